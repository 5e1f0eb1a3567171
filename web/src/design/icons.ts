/** The icons of the app, by their Lucide names. After adding one: `npm run icons`. */
export const ICONS = [
  "archive", "archive-restore", "arrow-down", "arrow-left", "arrow-up", "book-open", "bot", "brain", "briefcase", "calendar",
  "calendar-days", "check", "chevron-down", "chevron-left", "chevron-right", "circle", "circle-check", "circle-help",
  "circle-pause", "circle-play", "cloud", "cloud-off", "cloud-upload", "columns-3", "copy", "corner-down-left",
  "download", "ellipsis", "external-link", "eye", "eye-off", "file-text", "filter", "flag", "folder", "globe",
  "grip-vertical", "history", "hourglass", "inbox", "info", "key-round", "keyboard", "laptop", "lightbulb", "list",
  "list-checks", "list-todo", "list-tree", "loader-circle", "lock", "lock-open", "log-in", "log-out", "map", "menu",
  "message-circle", "messages-square", "mic", "mic-off", "minus", "monitor", "moon", "palette", "paperclip", "pause", "pencil", "pin", "pin-off", "play", "plus",
  "redo-2", "refresh-cw", "repeat", "rotate-ccw", "save", "search", "send", "settings", "share", "shield-check",
  "sliders-horizontal", "smartphone", "smile", "sparkles", "sprout", "star", "sun", "sunrise", "table", "tag",
  "target", "thumbs-down", "thumbs-up", "trash-2", "triangle-alert", "undo-2", "user", "user-plus", "users", "x",
] as const;

export type IconName = (typeof ICONS)[number];

/** The icons of the app, by their Lucide names. After adding one: `npm run icons`. */
export const ICONS = [
  "activity", "archive", "archive-restore", "arrow-down", "arrow-left", "arrow-right", "arrow-up", "bell", "book-open", "brain",
  "briefcase", "calendar", "calendar-clock", "calendar-days", "chart-line", "check", "check-check", "chevron-down",
  "chevron-left", "chevron-right", "chevron-up", "circle", "circle-alert", "circle-check", "circle-dashed", "circle-help",
  "circle-pause", "circle-play", "circle-x", "clipboard-paste", "clock", "cloud", "cloud-off", "cloud-upload", "columns-3",
  "copy", "corner-down-left", "download", "ellipsis", "ellipsis-vertical", "external-link", "eye", "eye-off", "file-text",
  "filter", "flag", "flame", "folder", "git-branch", "globe", "grip-vertical", "hash", "heart", "history", "hourglass", "house",
  "inbox", "info", "key-round", "keyboard", "languages", "laptop", "layout-list", "lightbulb", "link", "list", "list-checks",
  "list-plus", "list-todo", "list-tree", "loader-circle", "lock", "lock-open", "log-in", "log-out", "map", "menu", "merge",
  "message-circle", "mic", "mic-off", "minus", "monitor", "moon", "palette", "paperclip", "party-popper", "pause", "pencil", "play", "plus",
  "redo-2", "refresh-cw", "repeat", "rotate-ccw", "save", "search", "send", "settings", "share", "shield-check",
  "sliders-horizontal", "smartphone", "smile", "sparkles", "sprout", "square", "star", "sun", "sunrise", "table", "tag", "target",
  "thumbs-down", "thumbs-up", "trash-2", "trending-up", "triangle-alert", "undo-2", "upload", "user", "user-plus", "users", "wifi-off", "x",
  "zap",
] as const;

export type IconName = (typeof ICONS)[number];

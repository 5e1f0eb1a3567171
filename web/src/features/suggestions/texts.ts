import { texts } from "../../i18n";

export const t = texts("suggestions", {
  title: "Found in your thoughts",
  titleOne: "Found in this thought",
  more: { one: "Show {count} more", other: "Show {count} more" },
  keys: "a adds · e changes first · x turns down",
  accept: "Add",
  acceptOf: "Add the task {title}",
  editOf: "Change {title} before adding it",
  dismissOf: "Turn {title} down",
  accepted: "Added: {title}",
  dismissed: "Turned down: {title}",
  sure: "sure",
  quiteSure: "quite sure",
  guess: "a guess",
  sureness: "{words} ({percent})",
  from: "from your thought",
  editTitle: "Change before adding",
  taskTitle: "Title",
  day: "Day",
  time: "Time",
  timeHint: "Leave it empty for the whole day.",
});

import { texts } from "../../../i18n";

export const t = texts("task-add", {
  label: "Add a task",
  example: "Call Anna tomorrow 6pm #family !high ~30m",
  add: "Add",
  added: "Task added: {title}",
  understood: "Understood",
  drop: "Not meant: {what}",
  unread: "Your server is out of reach: dates and tags in the line are read when it is back.",
});

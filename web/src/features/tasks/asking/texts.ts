import { texts } from "../../../i18n";

export const t = texts("task-asking", {
  date: "When: {title}",
  priority: "Priority: {title}",
  level: "{level} · {name}",
  noPriority: "No priority",
  blocked: "It waits for other tasks",
  blockedBy: "“{title}” depends on these, which are still open:",
  completeAnyway: "Complete it anyway",
  subtasks: "It has open subtasks",
  subtasksOf: "“{title}” still has these subtasks:",
  onlyThis: "Only this task",
  allOfThem: "Complete all",
  notYet: "Not yet",
  today: "Today",
  tomorrow: "Tomorrow",
  weekend: "Saturday",
  nextWeek: "Monday",
  noDate: "No date",
  day: "Day",
  time: "Time, if it has one",
  set: "Set",
});

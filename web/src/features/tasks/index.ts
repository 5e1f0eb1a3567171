export { blockers, type OpenTasks, useOpenTasks } from "./open-tasks";
export { fieldsOf, repeatOf, type Weekday } from "./repeat";
export { TaskRow } from "./row/TaskRow";
export { isOpen, type Task } from "./task";
export { clockTime, scheduled } from "./times";
export { Weekdays } from "./Weekdays";

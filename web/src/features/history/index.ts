export { HistoryLink } from "./HistoryLink";
export { historyPath, pathOf, recordPath } from "./path";
export { usePaths } from "./usePaths";

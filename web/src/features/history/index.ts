export { HistoryLink } from "./HistoryLink";
export { historyPath, pathOf, recordPath } from "./path";

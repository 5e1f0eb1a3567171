export { HistoryLink } from "./HistoryLink";
export { historyPath } from "./path";

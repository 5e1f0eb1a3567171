export { SuggestionList } from "./SuggestionList";
export { Suggestions } from "./Suggestions";

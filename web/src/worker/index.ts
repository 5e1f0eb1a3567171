export { forget } from "./asking";
export { isSearched, SEARCHED, type SearchedKind } from "./entry";
export { plain } from "./folding";
export { type SearchFilter, useRollup, useSearch, type WorkerState } from "./hooks";
export type { SearchHit, SearchHits } from "./messages";
export type { PlacedRange, Rollup, RollupName, Series } from "./rollups";
export type { Mark, Marked } from "./snippet";

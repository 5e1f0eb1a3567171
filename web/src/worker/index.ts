export { forget } from "./asking";
export type { SearchedKind } from "./entry";
export { type SearchFilter, useRollup, useSearch, type WorkerState } from "./hooks";
export type { SearchHit, SearchHits } from "./messages";
export type { PlacedRange, Rollup, RollupName, Series } from "./rollups";
export type { Mark, Marked } from "./snippet";
export { dayAt, startOf, weekOf } from "./zones";

export { forget } from "./asking";
export type { SearchedKind } from "./entry";
export { type SearchFilter, useRollup, useSearch, type WorkerState } from "./hooks";
export type { SearchHit, SearchHits } from "./messages";
export { type PlacedRange, type Rollup, type RollupName, type Series, weekOf } from "./rollups";
export type { Mark, Marked } from "./snippet";

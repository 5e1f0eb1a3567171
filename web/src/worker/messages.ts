import type { SearchedKind } from "./entry";
import type { PlacedRange, Rollup, RollupName } from "./rollups";
import type { Wanted } from "./search";
import type { Marked } from "./snippet";

/** A record that was found, ready to be shown. */
export interface SearchHit {
  kind: SearchedKind;
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  title: Marked;
  snippet: Marked;
  /** The first record that it belongs to. */
  belongsTo: string | undefined;
}

export interface SearchHits {
  hits: SearchHit[];
  total: number;
}

/** What can be asked of the worker, and what it answers. */
interface Questions {
  search: { given: Wanted; answer: SearchHits };
  rollup: { given: { name: RollupName; range: PlacedRange }; answer: Rollup };
}

export type QuestionName = keyof Questions;
export type Given<Q extends QuestionName> = Questions[Q]["given"];
export type Answer<Q extends QuestionName> = Questions[Q]["answer"];

export type Question = { [Q in QuestionName]: { name: Q; given: Given<Q> } }[QuestionName];

export type ToWorker = { ask: number; question: Question } | { cancel: number };

export type FromWorker =
  | { to: number; answer: Answer<QuestionName> }
  | { to: number; failed: string }
  | { changed: true };

import { type Kind, keysOf, type Records } from "../device/kinds";
import { folded } from "./folding";

/** So much of a text is searched on the device; the server searches all of it. */
export const LONGEST = 2000;

export type Area = Records["task"]["life_areas"][number];
export type Mood = NonNullable<Records["thought"]["sentiment"]>;

/** What the worker keeps of a record: enough to find and to count it, not to show it. */
export interface Entry {
  kind: SearchedKind;
  id: string;
  at: number;
  /** The folded words of its title, then those of its text: one string is searched twice as fast as two. */
  words: string;
  /** Where the title's words end. */
  titleEnd: number;
  areas: readonly Area[];
  mood: Mood | undefined;
  /** When a task was completed, in milliseconds since 1970. */
  done: number | undefined;
}

/** What of a record is searched and counted, as the person wrote it. */
export interface Reading {
  title: string;
  text: string;
  /** Tags and people. */
  names?: readonly string[];
  areas?: readonly Area[];
  mood?: Mood | null | undefined;
  done?: string | null | undefined;
}

export type SearchedKind = Exclude<Kind, "analysis" | "profile" | "task_suggestion" | "conversation" | "message" | "card" | "source_import" | "saved_filter" | "feedback">;

const READINGS: { [K in SearchedKind]: (record: Records[K]) => Reading } = {
  thought: ({ content, tags, people, life_areas, sentiment }) => ({
    title: "",
    text: content,
    names: [...tags, ...people],
    areas: life_areas,
    mood: sentiment,
  }),
  task: ({ title, notes, tags, people, life_areas, status, completed_at }) => ({
    title,
    text: notes,
    names: [...tags, ...people],
    areas: life_areas,
    done: status === "done" ? completed_at : null,
  }),
  goal: ({ title, vision, description, tags }) => ({ title, text: `${vision}\n${description}`, names: tags }),
  milestone: ({ title, notes }) => ({ title, text: notes }),
  habit: ({ title, why, tags }) => ({ title, text: why, names: tags }),
  project: ({ title, notes, tags }) => ({ title, text: notes, names: tags }),
  insight: ({ title, sentence }) => ({ title, text: sentence }),
  source: ({ title, excerpt, tags }) => ({ title, text: excerpt, names: tags }),
  memory: ({ statement, people }) => ({ title: "", text: statement, names: people }),
};

export const SEARCHED = Object.keys(READINGS) as SearchedKind[];

export function isSearched(kind: string): kind is SearchedKind {
  return kind in READINGS;
}

export function readingOf<K extends SearchedKind>(kind: K, record: Records[K]): Reading {
  return READINGS[kind](record);
}

const NO_AREAS: readonly Area[] = [];

export function entryOf<K extends SearchedKind>(kind: K, record: Records[K]): Entry {
  const { title, text, names = [], areas, mood, done } = readingOf(kind, record);
  const heading = folded(title);
  return {
    kind,
    id: record.id,
    at: keysOf(kind, record).at,
    words: heading + folded([text.slice(0, LONGEST), ...names].join(" ")),
    titleEnd: heading.length - 1,
    areas: areas?.length ? areas : NO_AREAS,
    mood: mood ?? undefined,
    done: done ? Date.parse(done) : undefined,
  };
}

import { AREAS, type Area } from "../../i18n/words";
import { type Mood, MOODS, type Status, type Thought, type Type, TYPES } from "./thought";

/** Which thoughts the feed shows; it stands in the address. */
export interface Filter {
  tag?: string;
  person?: string;
  type?: Type;
  area?: Area;
  mood?: Mood;
  /** Without it: all that is not archived. */
  status?: Status;
}

export const STATUSES: readonly Status[] = ["open", "done", "archived"];

function oneOf<V extends string>(values: readonly V[], text: string | null): V | undefined {
  return values.find((value) => value === text);
}

export function filterIn(query: string): Filter {
  const given = new URLSearchParams(query);
  return present({
    tag: given.get("tag") ?? undefined,
    person: given.get("person") ?? undefined,
    type: oneOf(TYPES, given.get("type")),
    area: oneOf(AREAS, given.get("area")),
    mood: oneOf(MOODS, given.get("mood")),
    status: oneOf(STATUSES, given.get("status")),
  });
}

/** The address of the feed with this filter. */
export function addressOf(filter: Filter): string {
  const query = new URLSearchParams(present({ ...filter })).toString();
  return query ? `/thoughts?${query}` : "/thoughts";
}

/** Without what is empty. */
function present<T extends Record<string, string | undefined>>(filter: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as { [K in keyof T]?: NonNullable<T[K]> };
}

export function isShown(thought: Thought, { tag, person, type, area, mood, status }: Filter): boolean {
  return (
    (status ? thought.status === status : thought.status !== "archived") &&
    (!tag || thought.tags.includes(tag)) &&
    (!person || thought.people.includes(person)) &&
    (!type || thought.type === type) &&
    (!area || thought.life_areas.includes(area)) &&
    (!mood || thought.sentiment === mood)
  );
}

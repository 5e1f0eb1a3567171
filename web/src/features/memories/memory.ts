import type { Records } from "../../device/kinds";
import type { Day } from "../../i18n/days";

export type Memory = Records["memory"];
export type What = Memory["what"];

export const WHATS: readonly What[] = ["fact", "person", "preference", "routine", "goal", "achievement", "reflection"];

/** Whether it still holds on a day; the day on which it ends is the first on which it does not. */
export function holdsOn({ valid_from, valid_until, closed_at }: Memory, day: Day): boolean {
  if (closed_at && !valid_until) return false;
  return (!valid_from || valid_from <= day) && (!valid_until || day < valid_until);
}

interface Wanted {
  what: What | undefined;
  /** Those that hold on this day alone. */
  day: Day | undefined;
  text: string;
}

/** Those that are asked for: pinned first, then as they were learnt. */
export function chosen(memories: readonly Memory[], { what, day, text }: Wanted): Memory[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const says = ({ statement, people }: Memory): boolean => {
    const said = [statement, ...people].join(" ").toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  };
  return memories
    .filter((memory) => (!what || memory.what === what) && (!day || holdsOn(memory, day)) && says(memory))
    .toSorted((one, other) => Number(other.pinned) - Number(one.pinned));
}

import type { Records } from "../../../device/kinds";
import type { Day } from "../../../i18n/days";

export type Habit = Records["habit"];
export type HabitStatus = Habit["status"];
export type Phase = Habit["phases"][number];

/** What is done on this day, where the load grows. */
export function phaseOn({ phases }: Pick<Habit, "phases">, day: Day): Phase | undefined {
  return phases.find(({ starts, until }) => starts <= day && day <= until);
}

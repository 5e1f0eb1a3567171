import { preference, usePreference } from "../browser/preference";
import { weekStartOf } from "./weeks";

export const weekStart = preference("week-start", ["system", "monday", "saturday", "sunday"]);

const PLACES = { monday: 0, saturday: 5, sunday: 6 };

/** On which day weeks begin for the person; 0 is Monday. */
export function useWeekStart(): number {
  const chosen = usePreference(weekStart);
  return chosen === "system" ? weekStartOf(navigator.language) : PLACES[chosen];
}

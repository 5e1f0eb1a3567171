import { addDays, type Day, weekdayOf } from "./days";

/** Not in TypeScript's library yet; older browsers have the property. */
interface WeekLocale extends Intl.Locale {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}

/** On which day weeks begin where a language is spoken; 0 is Monday. */
export function weekStartOf(language: string): number {
  const locale: WeekLocale = new Intl.Locale(language);
  return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) - 1;
}

/** The first day of the week that a day lies in. */
export function weekOf(day: Day, weekStart: number): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}

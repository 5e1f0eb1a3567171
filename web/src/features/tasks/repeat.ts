/** How a task comes again, as a person chooses it. */
export type Repeat =
  | { every: "never" }
  | { every: "day" | "month" | "year"; interval: number }
  | { every: "week"; interval: number; days: Weekday[] }
  | { every: "after"; interval: number; unit: SpanUnit }
  | { every: "custom"; rule: string };

export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const SPAN_UNITS = ["D", "W", "M"] as const;
type SpanUnit = (typeof SPAN_UNITS)[number];

export const REPEATS = ["never", "day", "week", "month", "year", "after", "custom"] as const;

/** The fields of a task that say how it repeats; at most one of them is set. */
interface Repeating {
  rrule: string | null;
  repeat_after: string | null;
}

const FREQUENCIES = { day: "DAILY", week: "WEEKLY", month: "MONTHLY", year: "YEARLY" } as const;
type Period = keyof typeof FREQUENCIES;
const PERIODS: Period[] = ["day", "week", "month", "year"];
const PART = /^([A-Z]+)=([A-Z0-9,+-]+)$/;
const SPAN = /^P(\d+)([DWM])$/;
const ANY_SPAN = /^P(?=[\dT])(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,4}D)?(T(?=\d)(\d{1,4}H)?(\d{1,4}M)?)?$/;
const ANY_FREQUENCY = /^(HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/;

export function repeatOf({ rrule, repeat_after }: { [F in keyof Repeating]?: string | null }): Repeat {
  if (repeat_after) return spanOf(repeat_after);
  return rrule ? (simple(rrule) ?? { every: "custom", rule: rrule }) : { every: "never" };
}

export function fieldsOf(repeat: Repeat): Repeating {
  switch (repeat.every) {
    case "never":
      return { rrule: null, repeat_after: null };
    case "after":
      return { rrule: null, repeat_after: `P${repeat.interval}${repeat.unit}` };
    case "custom":
      return customFields(cleaned(repeat.rule));
    default:
      return { rrule: ruleOf(repeat), repeat_after: null };
  }
}

/** A custom rule is one of RFC 5545, or an ISO 8601 duration counted from the completion. */
function customFields(rule: string): Repeating {
  return ANY_SPAN.test(rule) ? { rrule: null, repeat_after: rule } : { rrule: rule, repeat_after: null };
}

function cleaned(rule: string): string {
  return rule.trim().toUpperCase().replace(/^RRULE:/, "");
}

function ruleOf(repeat: Extract<Repeat, { every: Period }>): string {
  const days = repeat.every === "week" ? WEEKDAYS.filter((day) => repeat.days.includes(day)) : [];
  return [
    `FREQ=${FREQUENCIES[repeat.every]}`,
    ...(repeat.interval > 1 ? [`INTERVAL=${repeat.interval}`] : []),
    ...(days.length ? [`BYDAY=${days.join(",")}`] : []),
  ].join(";");
}

/** A rule that the plain choices can say; undefined for any other. */
function simple(rrule: string): Repeat | undefined {
  const parts = partsOf(rrule);
  const every = PERIODS.find((period) => FREQUENCIES[period] === parts?.get("FREQ"));
  if (!parts || !every) return undefined;
  const interval = Number(parts.get("INTERVAL") ?? 1);
  const days = parts.get("BYDAY")?.split(",") ?? [];
  const rest = [...parts.keys()].filter((name) => name !== "FREQ" && name !== "INTERVAL" && name !== "BYDAY");
  if (rest.length || (days.length && every !== "week") || !days.every(isWeekday)) return undefined;
  return every === "week" ? { every, interval, days } : { every, interval };
}

function spanOf(text: string): Repeat {
  const found = SPAN.exec(text);
  const unit = SPAN_UNITS.find((one) => one === found?.[2]);
  return found && unit ? { every: "after", interval: Number(found[1]), unit } : { every: "custom", rule: text };
}

function isWeekday(text: string): text is Weekday {
  return WEEKDAYS.some((day) => day === text);
}

function partsOf(rrule: string): Map<string, string> | undefined {
  const parts = new Map<string, string>();
  for (const piece of rrule.split(";")) {
    const [, name, value] = PART.exec(piece) ?? [];
    if (!name || !value || parts.has(name)) return undefined;
    parts.set(name, value);
  }
  return parts;
}

/** Whether a custom rule is written as the server reads it; whether it ever happens, only the server can tell. */
export function isRule(rule: string): boolean {
  const text = cleaned(rule);
  return ANY_SPAN.test(text) || ANY_FREQUENCY.test(partsOf(text)?.get("FREQ") ?? "");
}

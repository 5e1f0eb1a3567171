import { formatDay, formatDayAs, formatMinutes, formatNumber } from "../../i18n/dates";
import { formatRepeat } from "../../i18n/repeats";
import { AREAS, areaName, named } from "../../i18n/words";
import { t } from "./texts";
import { type Analysis, MOODS, TYPES } from "./thought";

export type Found = Analysis["findings"][number];
type Fields = Readonly<Record<string, unknown>>;

/** What was found, in words. */
export function valueText({ what, value }: Found): string {
  if (what === "amount") return amountText(fieldsOf(value));
  if (what === "date" || what === "task") return momentText(fieldsOf(value));
  if (what === "is_actionable") return t(value === true ? "yes" : "no");
  return wordText(what, String(value));
}

function wordText(what: Found["what"], value: string): string {
  if (what === "tag") return t("tagIs", { tag: value });
  const type = what === "type" && TYPES.find((one) => one === value);
  if (type) return named("type", type);
  const mood = what === "sentiment" && MOODS.find((one) => one === value);
  if (mood) return named("sentiment", mood);
  const area = what === "life_area" && AREAS.find((one) => one === value);
  return area ? areaName(area) : value;
}

function fieldsOf(value: Found["value"]): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function amountText({ value, currency }: Fields): string {
  const amount = Number(value);
  if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency)) return formatNumber(amount);
  return formatNumber(amount, { style: "currency", currency });
}

function momentText({ title, start, due, end, rrule, duration_minutes }: Fields): string {
  const parts = [
    title,
    wallText(start ?? due),
    wallText(end) && t(start ? "to" : "until", { when: wallText(end) }),
    typeof rrule === "string" && formatRepeat(rrule),
    typeof duration_minutes === "number" && formatMinutes(duration_minutes),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** A day, or a day and a time, as a clock on the wall shows it. */
function wallText(value: unknown): string {
  if (typeof value !== "string") return "";
  const [day = "", time] = value.split("T");
  if (!time) return formatDay(day);
  return `${formatDay(day)}, ${formatDayAs(`${value}Z`, { hour: "numeric", minute: "2-digit" })}`;
}

const MAKERS = [
  [/^rules\b/, "by.rules"],
  [/^minilm-topics\b/, "by.likeness"],
  [/^minilm\b/, "by.model"],
] as const;

/** Who found it. */
export function makerText({ found_by }: Found): string {
  const known = MAKERS.find(([pattern]) => pattern.test(found_by));
  return known ? t(known[1]) : t("by.other", { name: found_by });
}

/** The words it stands on, empty where that is the whole text; spans count characters, not UTF-16. */
export function quoteOf({ span: [start, end] }: Found, content: string): string {
  const characters = [...content];
  return start === 0 && end >= characters.length ? "" : characters.slice(start, end).join("").trim();
}

/** The findings that a thought's fields do not hold. */
export function datesAndAmounts(analysis: Analysis | undefined): Found[] {
  return analysis?.findings.filter(({ what }) => what === "date" || what === "amount") ?? [];
}

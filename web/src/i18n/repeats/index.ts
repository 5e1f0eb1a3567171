import { formatDay, formatDayAs, formatList } from "../dates";
import { addDays } from "../days";
import { t } from "./texts";

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const WORKDAYS = "MO,TU,WE,TH,FR";
const A_MONDAY = "2024-01-01";
const FREQUENCIES = ["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
const SPANS = ["D", "W", "M", "Y"] as const;

/** A rule of RFC 5545 in words, as far as there are words for it: "every 2 weeks on Monday and Friday". */
export function formatRepeat(rrule: string): string {
  const parts = new Map(rrule.replace(/^RRULE:/, "").split(";").map(cut));
  const frequency = FREQUENCIES.find((one) => one === parts.get("FREQ"));
  if (!frequency || ["BYSETPOS", "BYWEEKNO", "BYYEARDAY", "BYHOUR"].some((name) => parts.has(name))) return t("custom");
  const often = t(frequency, { count: Number(parts.get("INTERVAL") ?? 1) });
  const when = on(often, Number(parts.get("INTERVAL") ?? 1), parts);
  return when ? ended(when, parts) : t("custom");
}

/** An ISO 8601 duration that is counted from the completion: "2 weeks after it is done". */
export function formatRepeatAfter(span: string): string {
  const [, count, letter] = /^P(\d+)([DWMY])$/.exec(span) ?? [];
  const unit = SPANS.find((one) => one === letter);
  return unit ? t(unit, { count: Number(count) }) : t("custom");
}

function cut(piece: string): [string, string] {
  const [name = "", value = ""] = piece.split("=");
  return [name, value];
}

function on(often: string, interval: number, parts: Map<string, string>): string | undefined {
  const byDay = parts.get("BYDAY");
  const byMonthDay = parts.get("BYMONTHDAY");
  if (byDay && byMonthDay) return undefined;
  if (byDay) return onDays(often, interval, byDay);
  if (byMonthDay === "-1") return t("lastDay", { often });
  return byMonthDay ? t("onDay", { often, days: formatList(byMonthDay.split(",")) }) : often;
}

function onDays(often: string, interval: number, byDay: string): string | undefined {
  if (byDay === WORKDAYS && interval === 1) return t("weekdays");
  const names = byDay.split(",").map(dayName);
  if (!names.every((name) => name !== undefined)) return undefined;
  const days = formatList(names);
  if (/\d/.test(byDay)) return t("onNth", { often, days });
  return interval === 1 ? t("every", { days }) : t("on", { often, days });
}

function dayName(one: string): string | undefined {
  const place = WEEKDAYS.indexOf(one.slice(-2));
  if (place < 0) return undefined;
  const day = formatDayAs(addDays(A_MONDAY, place), { weekday: "long" });
  const nth = one.slice(0, -2);
  const form = (["nth1", "nth2", "nth3", "nth4", "nth-1"] as const).find((key) => key === `nth${nth}`);
  if (nth === "") return day;
  return form && t(form, { day });
}

function ended(when: string, parts: Map<string, string>): string {
  const until = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get("UNTIL") ?? "");
  const count = parts.get("COUNT");
  if (until) return t("until", { often: when, day: formatDay(until.slice(1).join("-")) });
  return count ? t("times", { often: when, count: Number(count) }) : when;
}

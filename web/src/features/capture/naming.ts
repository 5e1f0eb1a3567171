import type { Tone } from "../../design";
import { formatRepeat } from "../../i18n/repeats";
import { priorityName } from "../../i18n/words";
import { formatMinutes, formatMoment, relativeDay } from "../../i18n/dates";
import type { Part } from "./parts";
import { t } from "./texts";

const TONES: Record<string, Tone> = { start: "accent", due: "accent", rrule: "accent", duration_minutes: "accent" };

export function partTone({ field }: Part): Tone {
  return TONES[field] ?? "plain";
}

/** What was understood, rather than the words it was understood from. */
export function partName({ field, text, value }: Part): string {
  const said = String(value);
  switch (field) {
    case "start":
      return whenText(said);
    case "due":
      return t("deadline", { when: whenText(said) });
    case "duration_minutes":
      return formatMinutes(Number(value));
    case "priority":
      return t("priority", { name: priorityName(Number(value)) });
    case "rrule":
      return formatRepeat(said);
    default:
      return text;
  }
}

function whenText(value: string): string {
  return value.includes("T") ? formatMoment(value) : relativeDay(value);
}

import { newId } from "../../device/ids";
import type { Records } from "../../device/kinds";
import { formatMinutes, formatMoment, formatPercent, relativeDay } from "../../i18n/dates";
import { useAct } from "../../life/hooks";
import type { Actions } from "../../sync/act";
import { t } from "./texts";

export type Suggestion = Records["task_suggestion"];
export type Edits = Omit<Actions["task_suggestions.accept"], "id" | "task_id">;

const SURE = 0.85;
const QUITE_SURE = 0.6;

interface Deciding {
  accept: (suggestion: Suggestion, edits?: Edits) => void;
  dismiss: (suggestion: Suggestion) => void;
}

export function useDeciding(): Deciding {
  const act = useAct();
  return {
    accept: ({ id, title }, edits = {}) =>
      void act("task_suggestions.accept", { ...edits, id, task_id: newId() }, t("accepted", { title: edits.title ?? title })),
    dismiss: ({ id, title }) => void act("task_suggestions.dismiss", { id }, t("dismissed", { title })),
  };
}

export function surenessText({ confidence }: Suggestion): string {
  const words = t(confidence >= SURE ? "sure" : confidence >= QUITE_SURE ? "quiteSure" : "guess");
  return t("sureness", { words, percent: formatPercent(Math.round(confidence * 100) / 100) });
}

/** When it would be due and how long it would take, as far as was found. */
export function factsOf({ due, due_at, duration_minutes }: Suggestion): string[] {
  const day = due && relativeDay(due);
  const facts = [due_at ? formatMoment(due_at) : day, duration_minutes && formatMinutes(duration_minutes)];
  return facts.filter((fact): fact is string => Boolean(fact));
}

/** The thought before, in and after the words that the suggestion was found in; offsets count characters, not UTF-16. */
export function quoted(content: string, [start, end]: [number, number]): [string, string, string] {
  const characters = [...content];
  return [characters.slice(0, start), characters.slice(start, end), characters.slice(end)].map((part) => part.join("")) as [
    string,
    string,
    string,
  ];
}

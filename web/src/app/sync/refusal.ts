import type { Act, Actions } from "../../sync/act";
import type { Outbox } from "../../sync/outbox";
import { t } from "./texts";

const WORDED = ["content", "title", "text", "notes", "description", "vision", "why"] as const;
const REASONS = ["deleted", "not-found", "forbidden", "conflict", "too-large"] as const;
const RESTORING = [
  "thoughts.restore",
  "tasks.restore",
  "goals.restore",
  "milestones.restore",
  "projects.restore",
  "saved_filters.restore",
  "habits.restore",
  "conversations.restore",
  "memories.restore",
  "sources.restore",
] as const satisfies readonly Act["action"][];

/** What the person wrote, of an act. */
export function textOf({ input }: Act): string {
  return WORDED.flatMap((field) => (typeof input[field] === "string" && input[field] ? [input[field]] : [])).join("\n\n");
}

/** Why the server refused it, and what can be done. */
export function whyOf({ result }: Act): string {
  const known = REASONS.find((reason) => reason === result?.reason);
  if (known) return t(`reason.${known}`);
  const detail = result?.problem?.["detail"];
  return typeof detail === "string" ? t("reasonSaid", { detail }) : t("reasonUnknown");
}

/** Whether what it would change was deleted and can be brought back for it. */
export function isDeleted({ action, input, result }: Act): boolean {
  return result?.reason === "deleted" && restoring(action) !== undefined && typeof input["id"] === "string";
}

/** What is gone for good stays so, however often it is tried. */
export function canTry({ result }: Act): boolean {
  return result?.reason !== "not-found";
}

/** Does it once more, as an act of its own: the server has settled the first. What was deleted is brought back before. */
export async function tryAgain(outbox: Outbox, refused: Act): Promise<void> {
  const { id, action, input, label } = refused;
  const restore = restoring(action);
  if (restore && isDeleted(refused)) await outbox.act(restore, { id: String(input["id"]) }, "");
  if (action === "changes.undo") await outbox.undo(String(input["change_id"]), label);
  else await outbox.act(action, input as Actions[typeof action], label);
  await outbox.forget(id);
}

function restoring(action: Act["action"]) {
  return RESTORING.find((restore) => restore.split(".")[0] === action.split(".")[0]);
}

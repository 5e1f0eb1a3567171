import type { Act, Actions } from "../../sync/act";
import type { Outbox } from "../../sync/outbox";
import { t } from "./texts";

const WORDED = ["content", "title", "text", "notes", "description", "vision", "why"] as const;
const REASONS = ["deleted", "not-found", "forbidden", "conflict", "too-large"] as const;

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

/** Does it once more, as an act of its own: the server has settled the first. */
export async function tryAgain(outbox: Outbox, { id, action, input, label }: Act): Promise<void> {
  if (action === "changes.undo") await outbox.undo(String(input["change_id"]), label);
  else await outbox.act(action, input as Actions[typeof action], label);
  await outbox.forget(id);
}

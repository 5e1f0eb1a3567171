import type { Kind } from "../../device/kinds";
import { useLife, useLive } from "../../life/hooks";
import type { Act } from "../../sync/act";
import type { HistoryEntry } from "./api";

/** A field before and after a change. */
export interface FieldChange {
  name: string;
  before: unknown;
  after: unknown;
}

type Actor = "person" | "key" | "engine";

/** One change of a record, whether the server has it or not. */
export interface Change {
  id: string;
  at: string;
  actor: Actor;
  act: string;
  op: "create" | "update" | "delete" | "restore";
  fields: FieldChange[];
  undoes: string | null;
  /** Done on this device. */
  isHere: boolean;
  /** Not yet with the server. */
  isWaiting: boolean;
}

/** What a memory or a source keeps for the engine's own use. */
const INNER = ["slot", "single", "attribute", "subject", "value", "uses", "used_at", "learned_at", "last_at", "edition", "text_key", "origin_key", "import_id"];

/** Fields that tell a person nothing: bookkeeping of the record. */
const SILENT = new Set(["version", "updated_at", "created_at", "corrected", "rank", "analysis_state", "id", "signature", "again_at", ...INNER]);

export function told(entry: HistoryEntry, isHere: boolean): Change {
  const { change_id, at, actor_kind, act, op, undoes, fields } = entry;
  const changed = Object.entries(fields).map(([name, values]) => ({ name, before: values["before"], after: values["after"] }));
  return {
    id: change_id,
    at,
    actor: actorOf(actor_kind),
    act,
    op: opOf(op),
    fields: changed.filter(({ name }) => isTelling(name)),
    undoes,
    isHere,
    isWaiting: false,
  };
}

/** What a waiting act does to one record. */
export function waitingChange(act: Act, kind: Kind, id: string): Change | undefined {
  const patches = act.patches.filter((patch) => patch.kind === kind && patch.id === id);
  const first = act.before.find((one) => one.kind === kind && one.id === id);
  if (patches.length === 0 || !first) return undefined;
  const before: Record<string, unknown> = { ...first.record };
  const after: Record<string, unknown> = Object.assign({}, ...patches.map(({ set }) => set));
  const op = !first.record ? "create" : after["deleted_at"] ? "delete" : "update";
  const fields = Object.keys(after).map((name) => ({ name, before: before[name], after: after[name] }));
  return {
    id: act.id,
    at: new Date(act.at).toISOString(),
    actor: "person",
    act: act.action,
    op,
    fields: op === "update" ? fields.filter((field) => isTelling(field.name) && isChanged(field)) : [],
    undoes: act.action === "changes.undo" ? String(act.input["change_id"]) : null,
    isHere: true,
    isWaiting: true,
  };
}

export function actorOf(kind: string): Actor {
  return kind === "engine" || kind === "key" ? kind : "person";
}

export function opOf(op: string): Change["op"] {
  return op === "create" || op === "delete" || op === "restore" ? op : "update";
}

export const isTelling = (field: string): boolean => !SILENT.has(field);
const isChanged = ({ before, after }: FieldChange): boolean => JSON.stringify(before ?? null) !== JSON.stringify(after ?? null);

/** Changes that were taken back by one that stands. */
export function undoneIn(changes: readonly Pick<Change, "id" | "undoes">[]): ReadonlySet<string> {
  const undone = new Set<string>();
  // newest first: an undo that was itself undone takes nothing back
  for (const { id, undoes } of changes) if (undoes && !undone.has(id)) undone.add(undoes);
  return undone;
}

/** Every act that this device remembers, oldest first. */
export function useActs(): { act: Act; state: string }[] | undefined {
  const { device } = useLife();
  return useLive(() => device.acts<Act>("waiting", "answered", "settled", "refused"), [device]);
}

/** What waits here on top of what the server has, newest first. */
export function changesOf(entries: HistoryEntry[], acts: { act: Act; state: string }[], kind: Kind, id: string): Change[] {
  const here = new Set(acts.map(({ act }) => act.id));
  const known = new Set(entries.map((entry) => entry.change_id));
  const waiting = acts
    .filter(({ act, state }) => (state === "waiting" || state === "answered") && !known.has(act.id))
    .flatMap(({ act }) => waitingChange(act, kind, id) ?? []);
  return [...waiting.reverse(), ...entries.map((entry) => told(entry, here.has(entry.change_id)))];
}

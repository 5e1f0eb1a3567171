import { newId } from "../../src/device/ids";
import type { Act } from "../../src/sync/act";
import type { Simulated } from "./simulated";

export const ACTS = [
  "create",
  "create repeating",
  "create part",
  "quick add",
  "capture",
  "title",
  "notes",
  "priority",
  "bulk",
  "bulk tags",
  "bulk delete",
  "complete",
  "complete with parts",
  "reopen",
  "cancel",
  "snooze",
  "move",
  "depend",
  "project",
  "delete",
  "restore",
  "undo",
  "accept",
  "dismiss",
] as const;
export type ActName = (typeof ACTS)[number];

type Plain = Exclude<ActName, "undo" | "accept" | "dismiss">;

interface Chosen {
  id: string;
  seen: string[];
  number: number;
}

/** What a person may do on a device; `number` chooses among what they see. */
export class Hands {
  private words = 0;
  private readonly made: string[] = [];
  private readonly done: Act[] = [];

  /** Undefined where there is nothing to do it with. */
  async act(on: Simulated, name: ActName, number: number): Promise<Act | undefined> {
    const act = await this.doing(on, name, number);
    if (act) this.done.push(act);
    return act;
  }

  private async doing(on: Simulated, name: ActName, number: number): Promise<Act | undefined> {
    if (name === "undo") return this.undo(on, number);
    if (name === "accept" || name === "dismiss") return this.suggestion(on, name, number);
    const seen = (await on.view.records({ kind: "task" })).map(({ id }) => id).toSorted();
    const chosen = { id: seen[number % seen.length] ?? "", seen, number };
    return this.acts(on, chosen)[seen.length === 0 ? "create" : name]();
  }

  private acts({ outbox }: Simulated, { id, seen, number }: Chosen): Record<Plain, () => Promise<Act>> {
    const word = `word ${(this.words += 1)}`;
    const other = seen[(number + 1) % seen.length] ?? id;
    const priority = (number % 5) + 1;
    const rrule = "FREQ=DAILY";
    return {
      create: () => outbox.act("tasks.create", { id: this.fresh(), title: word }, word),
      "create repeating": () => outbox.act("tasks.create", { id: this.fresh(), title: word, due: "2026-03-01", rrule }, word),
      "create part": () => outbox.act("tasks.create", { id: this.fresh(), title: word, parent_id: id }, word),
      "quick add": () => outbox.act("quick_add.add", { id: this.fresh(), text: `${word} tomorrow #tag` }, word),
      capture: () => outbox.act("thoughts.create", { id: newId(), content: word }, word),
      title: () => outbox.act("tasks.update", { id, title: word }, word),
      notes: () => outbox.act("tasks.update", { id, notes: word }, word),
      priority: () => outbox.act("tasks.update", { id, priority }, word),
      bulk: () => outbox.act("tasks.bulk", { ids: seen, act: "update", fields: { priority } }, word),
      "bulk tags": () => outbox.act("tasks.bulk", { ids: seen, add_tags: [`tag${number % 3}`], remove_tags: ["tag", `tag${(number + 1) % 3}`] }, word),
      "bulk delete": () => outbox.act("tasks.bulk", { ids: seen.slice(0, 2), act: "delete" }, word),
      complete: () => outbox.act("tasks.complete", { id }, word),
      "complete with parts": () => outbox.act("tasks.complete", { id, with_subtasks: true, force: true }, word),
      reopen: () => outbox.act("tasks.reopen", { id }, word),
      cancel: () => outbox.act("tasks.cancel", { id }, word),
      snooze: () => outbox.act("tasks.snooze", { id, to: "2026-05-01" }, word),
      move: () => outbox.act("tasks.move", { id, after_id: other }, word),
      depend: () => outbox.act("tasks.add_dependency", { id, depends_on: other }, word),
      project: () => outbox.act("projects.create", { id: newId(), title: word }, word),
      delete: () => outbox.act("tasks.delete", { id }, word),
      restore: () => outbox.act("tasks.restore", { id: this.made[number % this.made.length] ?? id }, word),
    };
  }

  /** One of the latest acts of anybody, undos included. */
  private async undo(on: Simulated, number: number): Promise<Act | undefined> {
    const act = this.done.at(-1 - (number % Math.max(1, this.done.length)));
    return act && on.outbox.undo(act.id, act.label);
  }

  private async suggestion(on: Simulated, name: "accept" | "dismiss", number: number): Promise<Act | undefined> {
    const pending = await on.view.records({ kind: "task_suggestion", open: true });
    const chosen = pending[number % pending.length];
    if (!chosen) return undefined;
    if (name === "dismiss") return on.outbox.act("task_suggestions.dismiss", { id: chosen.id }, "");
    return on.outbox.act("task_suggestions.accept", { id: chosen.id, task_id: this.fresh(), priority: 2 }, "");
  }

  private fresh(): string {
    const id = newId();
    this.made.push(id);
    return id;
  }
}

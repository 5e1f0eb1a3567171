import type { Device, StoredAct } from "../device/device";
import { newId } from "../device/ids";
import type { Kind } from "../device/kinds";
import type { Act, ActionName, Actions, Before, Patch } from "./act";
import { effectOf, type Look } from "./effects";
import type { View } from "./view";

/** Acts that were taken in are kept so long, to be undone. */
const KEPT = 200;

type Doing = Exclude<ActionName, "changes.undo">;

/** Where acts are done on the device and wait for the server. An act is done once this has come back. */
export class Outbox {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly device: Device,
    private readonly view: View,
  ) {}

  /** Do it on the device: one after another, so that each sees what the one before it did. */
  act<A extends Doing>(action: A, input: Actions[A], label: string): Promise<Act> {
    return this.inTurn(async () => {
      const patches = await effectOf(action, defined(input), this.look());
      return this.keep(action, input, label, patches);
    });
  }

  /** Undo an act of this device, or any change of the server's log by its id. */
  undo(changeId: string, label: string): Promise<Act> {
    return this.inTurn(async () => {
      const done = (await this.find(changeId))?.act;
      return this.keep("changes.undo", { change_id: changeId }, label, done ? reversed(done) : [], done);
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.last.then(work, work);
    this.last = next.catch(() => undefined);
    return next;
  }

  private async keep(action: ActionName, given: object, label: string, patches: Patch[], about?: Act): Promise<Act> {
    const input: Record<string, unknown> = { ...defined(given) };
    const { before, space } = await this.before(patches);
    const base = before.find(({ id }) => id === input["id"])?.record?.version || null;
    const act: Act = { id: newId(), action, input, base, space: about?.space ?? space, at: Date.now(), label, patches, before };
    await this.view.entering.store(act, async () => {
      const content = await this.device.sealedAct(act);
      await this.device.db.acts.add({ id: act.id, state: "waiting", content });
    });
    return act;
  }

  /** What the act touches as it is seen now, and the space that it is in; null where all of it is new. */
  private async before(patches: Patch[]): Promise<{ before: Before[]; space: string | null }> {
    const touched = [...new Map(patches.map(({ kind, id }) => [`${kind}/${id}`, { kind, id }])).values()];
    const seen = await this.view.each(touched);
    const before = touched.map(({ kind, id }, place) => ({ kind, id, record: seen[place]?.record ?? null }));
    return { before, space: seen.find(({ space }) => space)?.space ?? null };
  }

  private look(): Look {
    return {
      record: (kind, id) => this.view.record(kind, id),
      records: async (kind, ids) => (await this.view.each(ids.map((id) => ({ kind, id })))).map(({ record }) => record),
      belonging: (kind, ref) => this.view.records({ kind, ref }),
      open: (kind) => this.view.records({ kind, open: true }),
      only: async (kind) => (await this.view.records({ kind, limit: 1 }))[0],
      now: new Date().toISOString(),
    };
  }

  async find(id: string): Promise<StoredAct<Act> | undefined> {
    const row = await this.device.db.acts.where("id").equals(id).first();
    return row && this.device.openedAct<Act>(row);
  }

  /** What was refused is forgotten by the person's word only. */
  async forget(id: string): Promise<void> {
    await this.device.db.acts.where("id").equals(id).delete();
  }

  /** Acts that nobody will undo any more leave the device. */
  async tidy(): Promise<void> {
    const settled = this.device.db.acts.where("state").equals("settled");
    const surplus = (await settled.count()) - KEPT;
    if (surplus > 0) await this.device.db.acts.bulkDelete((await settled.primaryKeys()).slice(0, surplus));
  }
}

/** What brings every record back to how it was before the act: what the act set, and all of a record that it deleted. */
function reversed(act: Act): Patch[] {
  const gone = { deleted_at: new Date().toISOString() };
  return act.before.map(({ kind, id, record }) => ({ kind, id, set: record ? restored(act, kind, record) : gone }) as Patch);
}

function restored(act: Act, kind: Kind, record: NonNullable<Before["record"]>): object {
  const set = Object.assign({}, ...act.patches.filter((patch) => patch.kind === kind && patch.id === record.id).map((patch) => patch.set));
  if (set.deleted_at) return record;
  return Object.fromEntries(Object.entries(record).filter(([field]) => field in set));
}

/** As it arrives at the server, so that both understand the same. */
function defined<T extends object>(input: T): T {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as T;
}

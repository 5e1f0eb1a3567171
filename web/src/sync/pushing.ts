import type { ActRow, ActState, Standing } from "../device/db";
import type { Device, StoredAct } from "../device/device";
import type { Act } from "./act";
import { Offline, type Op, Refused, type Result, type Wire } from "./wire";

const MAX_OPS = 200;
const MAX_BYTES = 400_000;
const OTHER_HISTORY = "urn:selfos:problem:epoch";
/** An op that is answered by 500 so often when it is alone is set aside. */
const PATIENCE = 3;

/** Sends what waits in the outbox, in order, and keeps what the server says of it. */
export class Pushing {
  /** After a push that failed as a whole: so many ops at most, for so many ops to come. */
  private careful = { size: MAX_OPS, left: 0 };
  private readonly failures = new Map<string, number>();

  constructor(
    private readonly device: Device,
    private readonly wire: Wire,
  ) {}

  /** Push all that waits. Raises Offline and Refused; what was answered by then is kept. */
  async all(): Promise<void> {
    for (;;) {
      const batch = fitting(await this.device.waiting<Act>(this.size()));
      if (batch.length === 0) return;
      const standing = await this.device.standing();
      try {
        await this.answered(batch, await this.sent(standing, batch));
        this.careful.left -= batch.length;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        await this.mended(error, standing, batch);
      }
    }
  }

  private size(): number {
    return this.careful.left > 0 ? this.careful.size : MAX_OPS;
  }

  private async sent({ client, cursor }: Standing, batch: StoredAct<Act>[]): Promise<Result[]> {
    const answered = (await this.device.acts<Act>("answered", "settled")).map(({ act }) => act);
    const results = await this.wire.push(client, cursor, batch.map(({ act }) => opOf(act, answered)));
    const isWhole = results.length === batch.length && batch.every(({ act }, place) => results[place]?.id === act.id);
    if (!isWhole) throw new Offline("this is not an answer to these acts");
    return results;
  }

  /** Make the next try another one. Raises the error where that is not up to the device, or wants a while. */
  private async mended(error: Refused, standing: Standing, batch: StoredAct<Act>[]): Promise<void> {
    const { status, type } = error;
    if (type === OTHER_HISTORY || (status === 400 && standing.cursor !== null)) return this.device.startOver(standing);
    if (![400, 413, 422, 500].includes(status)) throw error;
    const [first] = batch;
    if (batch.length > 1) this.careful = { size: status === 413 ? Math.ceil(batch.length / 2) : 1, left: batch.length };
    else if (first && this.isHopeless(first.act, status)) return this.answered(batch, [setAside(first.act, error)]);
    if (status === 500) throw error;
  }

  /** A server that fails may be ill; one that cannot take a single op will never take it. */
  private isHopeless({ id }: Act, status: number): boolean {
    const times = (this.failures.get(id) ?? 0) + 1;
    this.failures.set(id, times);
    return status !== 500 || times >= PATIENCE;
  }

  private async answered(batch: StoredAct<Act>[], results: Result[]): Promise<void> {
    const rows = await Promise.all(results.map((result, place) => this.row(batch[place], result)));
    const told = rows.filter((row) => row !== undefined);
    const { acts } = this.device.db;
    await this.device.db.transaction("rw", acts, async () => {
      const now = await acts.bulkGet(told.map(({ seq }) => seq));
      await acts.bulkPut(told.filter(({ state }, at) => isNews(now[at]?.state, state)));
      await this.forgetVainUndos(batch);
    });
  }

  private async row(stored: StoredAct<Act> | undefined, result: Result): Promise<ActRow | undefined> {
    if (!stored) return undefined;
    const { seq, act } = stored;
    const refused = result.status === "rejected";
    const content = await this.device.sealedAct({ ...act, result, ...(refused ? { patches: [], before: [] } : {}) });
    return { seq, id: act.id, state: refused ? "refused" : "answered", content };
  }

  /** What was refused needs no undoing: the person has been told already. */
  private async forgetVainUndos(batch: StoredAct<Act>[]): Promise<void> {
    const { acts } = this.device.db;
    for (const { seq, act } of batch) {
      if (act.action !== "changes.undo" || (await acts.get(seq))?.state !== "refused") continue;
      const undone = await acts.where("id").equals(String(act.input["change_id"])).first();
      if (undone?.state === "refused") await acts.delete(seq);
    }
  }
}

/** Another tab may have had an answer before; that it was done outweighs that it was refused. */
function isNews(known: ActState | undefined, told: ActState): boolean {
  return known === "waiting" || (known === "refused" && told === "answered");
}

function setAside({ id, input }: Act, { status, type, detail }: Refused): Result {
  const problem = { type, status, detail };
  return { id, status: "rejected", reason: "failed", problem, input, version: null, change_id: null, overwritten: [] };
}

function opOf(act: Act, answered: Act[]): Op {
  const { id, action, input, space } = act;
  return { id, action, input, base: rebased(act, answered), ...(space ? { space } : {}) };
}

/** Acts on what the same person looked at: what their earlier ones made of it is not somebody else's change. */
function rebased({ base, input }: Act, answered: Act[]): number | null {
  if (base === null) return null;
  const own = answered.filter((act) => act.base !== null && act.input["id"] === input["id"] && act.result?.status === "applied");
  return own.reduce((reached, act) => (Number(act.base) <= reached ? Math.max(reached, act.result?.version ?? 0) : reached), base);
}

/** As many of the first acts as one push may hold. */
function fitting(waiting: StoredAct<Act>[]): StoredAct<Act>[] {
  let bytes = 0;
  const tooMany = waiting.findIndex(({ act }, place) => {
    bytes += JSON.stringify(act.input).length * 2;
    return place > 0 && bytes > MAX_BYTES;
  });
  return tooMany === -1 ? waiting : waiting.slice(0, tooMany);
}

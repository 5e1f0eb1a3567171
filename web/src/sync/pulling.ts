import type { Row } from "../device/bundles";
import type { Standing } from "../device/db";
import type { Device } from "../device/device";
import { isKind } from "../device/kinds";
import type { RowKey } from "../device/rows";
import type { Act } from "./act";
import { type Page, Refused, type Wire } from "./wire";

/** A page that is under way. */
interface Asked {
  from: Standing;
  /** The acts that were answered before it was asked for, by their `seq`: the last page holds what they did. */
  answered: number[];
  page: Promise<Page>;
}

/** Fetches what the device has missed, page by page; the next one is under way while one is stored. */
export class Pulling {
  private next: Asked | undefined;

  constructor(
    private readonly device: Device,
    private readonly wire: Wire,
  ) {}

  /** One page; whether there is more to come. Raises Offline and Refused. */
  async page(): Promise<boolean> {
    const from = await this.device.standing();
    const asked = await this.asked(from);
    const page = await this.arrived(asked);
    if (!page || page.reset) {
      await this.device.startOver(from);
      return true;
    }
    const to = following(from, page);
    if (page.more) this.next = await this.ask(to);
    const ended = from.filling === null && !page.more;
    const stored = await this.store(page, from, to, ended ? asked.answered : []);
    return !stored || !ended || (await this.answered()).length > 0;
  }

  private answered(): Promise<number[]> {
    return this.device.db.acts.where("state").equals("answered").primaryKeys();
  }

  private async asked(from: Standing): Promise<Asked> {
    const { next } = this;
    this.next = undefined;
    return next && next.from.client === from.client && next.from.cursor === from.cursor ? next : this.ask(from);
  }

  private async ask(from: Standing): Promise<Asked> {
    const answered = await this.answered();
    const { cursor } = from;
    const page = from.filling === null && cursor !== null ? this.wire.pull(cursor) : this.wire.bootstrap(cursor);
    page.catch(() => undefined); // it is awaited after the page before it has been stored
    return { from, answered, page };
  }

  /** Nothing where the server does not know the cursor for its own. */
  private async arrived({ from, page }: Asked): Promise<Page | undefined> {
    try {
      return await page;
    } catch (error) {
      if (error instanceof Refused && error.status === 400 && from.cursor !== null) return undefined;
      throw error;
    }
  }

  /**
   * Records, place and what they settle, in one transaction: dying before costs a page, never the agreement.
   *
   * False where another tab has gone on meanwhile: what it stored may be newer than this page.
   */
  private async store(page: Page, from: Standing, to: Standing, settled: number[]): Promise<boolean> {
    const { db } = this.device;
    const rows = await this.living(page);
    const leaving = await this.leaving(page);
    return db.transaction("rw", db.bundles, db.standing, db.acts, async () => {
      if (!(await this.device.standsAt(from))) return false;
      if (from.cursor === null) await db.bundles.clear();
      if (page.dropped.length > 0) await db.bundles.filter(({ space }) => page.dropped.includes(space)).delete();
      if (from.filling === null) await this.device.rows.replace(rows, [...deletedIn(page), ...erasedIn(page)]);
      else await this.device.rows.add(rows); // a bootstrap tells each record once
      await db.acts.bulkDelete(leaving);
      await db.acts.where(":id").anyOf(settled).modify({ state: "settled" });
      await db.standing.put(to);
      return true;
    });
  }

  private living(page: Page): Promise<Row[]> {
    const told = page.spaces.flatMap(({ space, records }) =>
      Object.entries(records).flatMap(([kind, found]) =>
        isKind(kind) ? found.filter(({ deleted_at }) => !deleted_at).map((record) => ({ kind, space, record })) : [],
      ),
    );
    return Promise.all(told.map((one) => this.device.rowOf(one)));
  }

  /** Acts that still hold what was erased or belongs to a dropped space. What waits is left for the server to refuse. */
  private async leaving(page: Page): Promise<number[]> {
    const erased = new Set(erasedIn(page).map(({ kind, id }) => `${kind}/${id}`));
    if (erased.size === 0 && page.dropped.length === 0) return [];
    const acts = await this.device.acts<Act>("answered", "settled");
    return acts
      .filter(({ act }) => page.dropped.includes(act.space ?? "") || act.patches.some(({ kind, id }) => erased.has(`${kind}/${id}`)))
      .map(({ seq }) => seq);
  }
}

function following(from: Standing, { cursor, more, filled }: Page): Standing {
  return { ...from, cursor, filling: from.filling !== null && more ? (filled ?? from.filling) : null };
}

function deletedIn({ spaces }: Page): RowKey[] {
  return spaces.flatMap(({ records }) => keys(records, (found) => found.filter((one) => one["deleted_at"]).map((one) => String(one["id"]))));
}

function erasedIn({ spaces }: Page): RowKey[] {
  return spaces.flatMap(({ erased }) => keys(erased, (ids) => ids));
}

function keys<T>(byKind: Record<string, T>, ids: (found: T) => string[]): RowKey[] {
  return Object.entries(byKind).flatMap(([kind, found]) => (isKind(kind) ? ids(found).map((id) => ({ kind, id })) : []));
}

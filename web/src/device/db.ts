import { type DBCore, Dexie, type EntityTable, type Table, type Transaction } from "dexie";
import { type Bundle, bundled, type Row } from "./bundles";
import type { Kind } from "./kinds";
import type { Sealed } from "./vault";

export type ActState = "waiting" | "answered" | "settled" | "refused";

/** An act of the person: `waiting` for the server, `answered` until a later pull has ended, then `settled` or `refused`. */
export interface ActRow {
  seq: number;
  id: string;
  state: ActState;
  content: Sealed;
}

export interface MetaRow {
  key: string;
  content: Sealed;
}

/** Where the device stands with the server: ids and numbers only, so it lies in clear and a transaction can compare it. */
export interface Standing {
  only: 1;
  /** Names the device in the server's log; another one after a wipe. */
  client: string;
  /** Null before the first page of a bootstrap, which replaces all that is stored. */
  cursor: string | null;
  /** How much of the bootstrap is here, 0 to 1; null once it has ended. */
  filling: number | null;
  /** The kinds that were kept since the bootstrap began; what was told of others is not here. */
  kinds?: readonly Kind[];
}

/** Everything that the device keeps. */
export class DeviceDatabase extends Dexie {
  declare bundles: EntityTable<Bundle, "no">;
  declare acts: EntityTable<ActRow, "seq">;
  declare meta: Table<MetaRow, string>;
  declare standing: Table<Standing, 1>;

  constructor(name = "selfos") {
    super(name, { chromeTransactionDurability: "strict" });
    this.version(1).stores({
      rows: "[kind+id], [kind+open+at], *refs",
      acts: "++seq, &id, state",
      meta: "key",
      standing: "only",
    });
    this.version(2).stores({ rows: null, bundles: "++no, *ids, [kind+open+at], *refs" }).upgrade(bundleAll);
    this.use({ stack: "dbcore", name: "durability", create: relaxedForTold });
  }
}

const BATCH = 2000;

/** In version 1 each row was an object of its own. */
async function bundleAll(upgrade: Transaction): Promise<void> {
  const rows = upgrade.table<Row, [Kind, string]>("rows");
  let batch = await rows.orderBy(":id").limit(BATCH).toArray();
  for (let last = batch.at(-1); last; last = batch.at(-1)) {
    await upgrade.table("bundles").bulkAdd(bundled(batch));
    batch = await rows.where(":id").above([last.kind, last.id]).limit(BATCH).toArray();
  }
}

/** What the person did is on the disk once it is done. What the server told would be told again after a power cut. */
function relaxedForTold(core: DBCore): DBCore {
  return {
    ...core,
    transaction: (tables, mode, options) => {
      const isTold = tables.includes("bundles") && !tables.includes("meta");
      return core.transaction(tables, mode, isTold ? { ...options, durability: "relaxed" } : options);
    },
  };
}

import { type DBCore, Dexie, type EntityTable, type Table } from "dexie";
import type { Kind } from "./kinds";
import type { Sealed } from "./vault";

/** A record as the device stores it: the server's state, without what waits in the outbox. */
export interface Row {
  id: string;
  kind: Kind;
  space: string;
  open: 0 | 1;
  at: number;
  refs: string[];
  content: Sealed;
}

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
}

/** Everything that the device keeps. */
export class DeviceDatabase extends Dexie {
  declare rows: Table<Row, [Kind, string]>;
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
    this.use({ stack: "dbcore", name: "durability", create: relaxedForTold });
  }
}

/** What the person did is on the disk once it is done. What the server told would be told again after a power cut. */
function relaxedForTold(core: DBCore): DBCore {
  return {
    ...core,
    transaction: (tables, mode, options) => {
      const isTold = tables.includes("rows") && !tables.includes("meta");
      return core.transaction(tables, mode, isTold ? { ...options, durability: "relaxed" } : options);
    },
  };
}

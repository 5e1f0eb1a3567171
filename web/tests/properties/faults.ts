import type { DBCore, DBCoreTable } from "dexie";
import type { Device } from "../../src/device/device";
import { Offline, type Page, type Result, type Wire } from "../../src/sync/wire";

export const FATES = ["fine", "fine", "request lost", "answer lost", "repeated", "late", "slow"] as const;
export type Fate = (typeof FATES)[number];

/** The device dies here. */
export class Crash extends Error {}

/** One life of a process: it dies when its steps are used up, and does nothing any more then. */
export class Process {
  constructor(private steps = Number.POSITIVE_INFINITY) {}

  get isDead(): boolean {
    return this.steps < 0;
  }

  step(): void {
    this.steps -= 1;
    if (this.isDead) throw new Crash();
  }

  /** Every transaction and every write within one is a step at which it may die. */
  inhabit({ db }: Device): void {
    db.use({
      stack: "dbcore",
      create: (core: DBCore) => ({
        ...core,
        transaction: (...given) => {
          this.step();
          return core.transaction(...given);
        },
        table: (name) => this.watched(core.table(name)),
      }),
    });
  }

  private watched(table: DBCoreTable): DBCoreTable {
    return {
      ...table,
      mutate: async (request) => {
        this.step();
        return table.mutate(request);
      },
    };
  }
}

/** Hears everything that the server really said to a device. */
export interface Listener {
  answered: (results: Result[]) => void;
  told: (page: Page) => void;
}

/** The way to the server, as bad as its plan says for the next requests; fine when the plan has run out. */
export class Network implements Wire {
  plan: Fate[] = [];
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly real: Wire,
    private readonly listener: Listener,
  ) {}

  push(...given: Parameters<Wire["push"]>): Promise<Result[]> {
    return this.send(() => this.real.push(...given), (results) => this.listener.answered(results));
  }

  pull(cursor: string): Promise<Page> {
    return this.send(() => this.real.pull(cursor), (page) => this.listener.told(page));
  }

  bootstrap(cursor: string | null): Promise<Page> {
    return this.send(() => this.real.bootstrap(cursor), (page) => this.listener.told(page));
  }

  /** Everything that was sent has arrived. */
  async quiet(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async send<T>(ask: () => Promise<T>, hear: (answer: T) => void): Promise<T> {
    const fate = this.plan.shift() ?? "fine";
    if (fate === "request lost") throw new Offline();
    if (fate === "late") {
      this.later(ask);
      throw new Offline();
    }
    if (fate === "repeated") this.later(ask);
    const answer = await ask();
    if (fate === "answer lost") throw new Offline();
    if (fate === "slow") await pause(4);
    hear(answer);
    return answer;
  }

  private later(ask: () => Promise<unknown>): void {
    const arriving = pause(3).then(ask).finally(() => this.underWay.delete(arriving));
    this.underWay.add(arriving);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

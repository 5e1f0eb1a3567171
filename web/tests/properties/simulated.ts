import { Device } from "../../src/device/device";
import { Engine } from "../../src/sync/engine";
import { Outbox } from "../../src/sync/outbox";
import { View } from "../../src/sync/view";
import { Offline, type Wire } from "../../src/sync/wire";
import { Crash, type Fate, Network, Process } from "./faults";
import { Promises } from "./promises";

/** One tab: the app's own parts on the browser's storage. */
class Tab {
  readonly device: Device;
  readonly view: View;
  readonly outbox: Outbox;
  readonly engine: Engine;

  constructor(
    name: string,
    wire: Wire,
    readonly process = new Process(),
  ) {
    this.device = new Device(name);
    process.inhabit(this.device);
    this.view = new View(this.device);
    this.outbox = new Outbox(this.device, this.view);
    this.engine = new Engine(this.device, wire);
  }
}

/** A person's device; its tabs come and go, what they stored stays. */
export class Simulated {
  readonly promises = new Promises();
  readonly network: Network;
  private tab: Tab;

  constructor(
    private readonly name: string,
    real: Wire,
  ) {
    this.network = new Network(real, this.promises);
    this.tab = new Tab(name, this.network);
  }

  get view(): View {
    return this.tab.view;
  }

  get outbox(): Outbox {
    return this.tab.outbox;
  }

  get device(): Device {
    return this.tab.device;
  }

  /** Do this with so many steps to live and such a network; what can go wrong then goes wrong. */
  async live(steps: number, plan: Fate[], work: () => Promise<unknown>): Promise<void> {
    this.network.plan = [...plan];
    this.open(new Process(steps));
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Offline) && !this.tab.process.isDead && !(error instanceof Crash)) throw error;
    }
    this.network.plan = [];
    this.open(new Process());
  }

  async sync(): Promise<void> {
    await this.tab.engine.round();
  }

  /** Another tab of the same device syncs at the same time; either may fail alone. */
  async syncInTwoTabs(): Promise<void> {
    const other = new Tab(this.name, this.network);
    const rounds = await Promise.allSettled([this.sync(), other.engine.round()]);
    other.device.db.close();
    for (const round of rounds) if (round.status === "rejected") throw round.reason;
  }

  close(): void {
    this.tab.device.db.close();
  }

  async forget(): Promise<void> {
    await this.network.quiet();
    await this.tab.device.db.delete();
  }

  private open(process: Process): void {
    this.close();
    this.tab = new Tab(this.name, this.network, process);
  }
}

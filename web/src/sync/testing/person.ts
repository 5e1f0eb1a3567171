import "fake-indexeddb/auto";
import { Device } from "../../device/device";
import { newId } from "../../device/ids";
import type { Act } from "../act";
import { Engine } from "../engine";
import { Outbox } from "../outbox";
import { View } from "../view";
import type { Wire } from "../wire";
import { SmallServer } from "./server";

/** A person with a device of their own, and what can be asked about it. */
export class Person {
  readonly device: Device;
  readonly view: View;
  readonly outbox: Outbox;
  readonly engine: Engine;

  constructor(
    readonly server = new SmallServer(),
    wire: Wire = server,
    name = newId(),
  ) {
    this.device = new Device(name);
    this.view = new View(this.device);
    this.outbox = new Outbox(this.device, this.view);
    this.engine = new Engine(this.device, wire);
  }

  /** One round; what it raises is given back. */
  async sync(): Promise<unknown> {
    return this.engine.round().catch((error: unknown) => error);
  }

  async create(title: string): Promise<string> {
    const id = newId();
    await this.outbox.act("tasks.create", { id, title }, title);
    return id;
  }

  async titles(): Promise<string[]> {
    return (await this.view.records({ kind: "task" })).map(({ title }) => title).toSorted();
  }

  async waiting(): Promise<Act[]> {
    return (await this.device.acts<Act>("waiting")).map(({ act }) => act);
  }

  async refused(): Promise<Act[]> {
    return (await this.device.acts<Act>("refused")).map(({ act }) => act);
  }

  /** So many acts lie on the device in any state. */
  acts(): Promise<number> {
    return this.device.db.acts.count();
  }
}

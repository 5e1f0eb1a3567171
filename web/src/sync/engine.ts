import type { Device } from "../device/device";
import { Pulling } from "./pulling";
import { Pushing } from "./pushing";
import type { Wire } from "./wire";

/** Brings the device and the server to agree: outbox up, what was missed down. See docs/sync.md. */
export class Engine {
  private readonly pushing: Pushing;
  private readonly pulling: Pulling;

  constructor(device: Device, wire: Wire) {
    this.pushing = new Pushing(device, wire);
    this.pulling = new Pulling(device, wire);
  }

  /**
   * One whole round: push all that waits, then pull until there is no more.
   *
   * Raises Offline and Refused; what was stored by then stays, and the next round goes on from there.
   */
  async round(): Promise<void> {
    do await this.pushing.all();
    while (await this.pulling.page());
  }
}

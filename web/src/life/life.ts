import { type Api, apiOf, authorized } from "../api/client";
import { type Session, Sessions } from "../api/session";
import { Device } from "../device/device";
import { httpWire } from "../sync/http";
import { Outbox } from "../sync/outbox";
import { Runner } from "../sync/runner";
import { View } from "../sync/view";

const SESSION = "session";

/** The person's life on this device, and the way to their server. */
export class Life {
  readonly device = new Device();
  readonly view = new View(this.device);
  readonly outbox = new Outbox(this.device, this.view);
  readonly sessions = new Sessions({ read: () => this.device.get(SESSION), write: (session) => this.keep(session) });
  readonly api: Api = apiOf(this.sessions);
  /** For what the typed client cannot do: answers that are streamed. */
  readonly fetching = authorized(this.sessions);
  readonly sync = new Runner(this.device, httpWire(this.api), this.fetching);

  /** Whoever signs in or out in this tab: the leading one acts upon it at once. */
  private async keep(session: Session | undefined): Promise<void> {
    await (session ? this.device.set(SESSION, session) : this.device.unset(SESSION));
    this.sync.nudge();
  }
}

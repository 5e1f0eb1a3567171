import { type Api, apiOf, authorized } from "../api/client";
import type { components } from "../api/schema";
import { type Session, Sessions } from "../api/session";
import { Device } from "../device/device";
import { httpWire } from "../sync/http";
import { Outbox } from "../sync/outbox";
import { Runner } from "../sync/runner";
import { View } from "../sync/view";

type SignedIn = components["schemas"]["SignedIn"];

const SESSION = "session";

/** The person's life on this device, and the way to their server. */
export class Life {
  readonly device = new Device();
  readonly view = new View(this.device);
  readonly outbox = new Outbox(this.device, this.view);
  readonly sessions = new Sessions({ read: () => this.session(), write: (session) => this.keep(session) });
  readonly api: Api = apiOf(this.sessions);
  readonly sync = new Runner(this.device, httpWire(this.api), authorized(this.sessions));

  session(): Promise<Session | undefined> {
    return this.device.get<Session>(SESSION);
  }

  /** Begin to work as this person: what waits of their own is sent, what another person left here is removed. */
  async signIn(answer: SignedIn): Promise<void> {
    const before = await this.session();
    if (before && before.account_id !== answer.account_id) await this.device.wipe();
    await this.sessions.begin(answer);
  }

  /** End the session, on the server too if it can be reached, and remove everything from this device. */
  async signOut(): Promise<void> {
    const session = await this.session();
    const body = { refresh_token: session?.refresh_token ?? null };
    await this.api.POST("/api/v1/auth/logout", { body, signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);
    await this.device.wipe();
    this.sync.nudge();
  }

  private async keep(session: Session | undefined): Promise<void> {
    await (session ? this.device.set(SESSION, session) : this.device.unset(SESSION));
    this.sync.nudge();
  }
}

/** A server out of reach must not keep anybody from leaving. */
const PATIENCE = 3000;

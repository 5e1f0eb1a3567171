import { alone } from "./alone";
import type { components } from "./schema";

type SignedIn = components["schemas"]["SignedIn"];

/** Who is signed in on this device; the refresh token is good for one use, so one tab at a time exchanges it. */
export interface Session {
  account_id: string;
  session_id: string;
  /** As it was typed at the sign-in, to be offered at the next one. */
  email?: string;
  access_token: string;
  refresh_token: string;
  /** Milliseconds since 1970. */
  expires_at: number;
}

/** Where the session is kept between visits. */
interface SessionStore {
  read: () => Promise<Session | undefined>;
  write: (session: Session | undefined) => Promise<void>;
}

const EARLY = 60_000;
const PATIENCE = 30_000;
const LOCK = "selfos-refresh";

export class SignedOut extends Error {}

export class Sessions {
  /** The refresh token that the server did not take: it is not asked again before somebody signs in. */
  private refused: string | undefined;

  constructor(
    private readonly store: SessionStore,
    private readonly origin = "",
  ) {}

  current(): Promise<Session | undefined> {
    return this.store.read();
  }

  begin(answer: SignedIn, email: string): Promise<void> {
    return alone(LOCK, () => this.store.write({ ...kept(answer), email }));
  }

  /** A token that is good now, and not the `stale` one. Raises SignedOut, and what `fetch` raises with no network. */
  async token(stale?: string): Promise<string> {
    const session = await this.read();
    return isGood(session, stale) ? session.access_token : alone(LOCK, () => this.refreshed(stale));
  }

  private async read(): Promise<Session> {
    const session = await this.store.read();
    if (!session || session.refresh_token === this.refused) throw new SignedOut();
    return session;
  }

  private async refreshed(stale: string | undefined): Promise<string> {
    const session = await this.read();
    if (isGood(session, stale)) return session.access_token;
    const response = await fetch(`${this.origin}/api/v1/auth/refresh`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ refresh_token: session.refresh_token }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status === 401 || response.status === 409) return this.otherwise(session, response.status);
    if (!response.ok) throw new TypeError(`refresh answered ${response.status}`);
    const answer = { ...session, ...kept((await response.json()) as SignedIn) };
    if ((await this.read()).refresh_token !== session.refresh_token) throw new SignedOut();
    await this.store.write(answer);
    return answer.access_token;
  }

  /** Another tab may have exchanged the same token where there are no locks; or this one did, and the answer was lost. */
  private async otherwise(refused: Session, status: 401 | 409): Promise<string> {
    const session = await this.read();
    if (session.refresh_token !== refused.refresh_token) return session.access_token;
    if (status === 409) throw new TypeError("exchanged a moment ago; soon the server does it again");
    this.refused = refused.refresh_token;
    throw new SignedOut();
  }
}

function isGood(session: Session, stale: string | undefined): boolean {
  return session.access_token !== stale && session.expires_at - EARLY > Date.now();
}

function kept({ account_id, session_id, access_token, refresh_token, expires_in }: SignedIn): Session {
  return { account_id, session_id, access_token, refresh_token, expires_at: Date.now() + expires_in * 1000 };
}

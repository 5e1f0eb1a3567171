import type { components } from "./schema";

type SignedIn = components["schemas"]["SignedIn"];

/** Who is signed in on this device; the refresh token is good for one use, so one tab at a time exchanges it. */
export interface Session {
  account_id: string;
  session_id: string;
  access_token: string;
  refresh_token: string;
  /** Milliseconds since 1970. */
  expires_at: number;
}

/** Where the session is kept between visits. */
export interface SessionStore {
  read: () => Promise<Session | undefined>;
  write: (session: Session | undefined) => Promise<void>;
}

const EARLY = 60_000;

export class SignedOut extends Error {}

export class Sessions {
  constructor(
    private readonly store: SessionStore,
    private readonly origin = "",
  ) {}

  current(): Promise<Session | undefined> {
    return this.store.read();
  }

  async begin(answer: SignedIn): Promise<void> {
    await this.store.write(kept(answer));
  }

  async end(): Promise<void> {
    await this.store.write(undefined);
  }

  /** A token that is good now. Raises SignedOut where there is none, and what `fetch` raises with no network. */
  async token(stale?: string): Promise<string> {
    const session = await this.store.read();
    if (!session) throw new SignedOut();
    if (isGood(session, stale)) return session.access_token;
    return navigator.locks.request("selfos-refresh", () => this.refreshed(stale));
  }

  private async refreshed(stale: string | undefined): Promise<string> {
    const session = await this.store.read();
    if (!session) throw new SignedOut();
    if (isGood(session, stale)) return session.access_token;
    const response = await fetch(`${this.origin}/api/v1/auth/refresh`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ refresh_token: session.refresh_token }),
    });
    if (response.status === 401 || response.status === 409) throw new SignedOut();
    if (!response.ok) throw new TypeError(`refresh answered ${response.status}`);
    const answer = kept((await response.json()) as SignedIn);
    await this.store.write(answer);
    return answer.access_token;
  }
}

function isGood(session: Session, stale: string | undefined): boolean {
  return session.access_token !== stale && session.expires_at - EARLY > Date.now();
}

function kept({ account_id, session_id, access_token, refresh_token, expires_in }: SignedIn): Session {
  return { account_id, session_id, access_token, refresh_token, expires_at: Date.now() + expires_in * 1000 };
}

import { openApi } from "../../api/client";
import type { Life } from "../../life/life";

const PATIENCE = 3000;

/** Ends the session, removes everything of the person from the browser, and begins anew. */
export async function leave({ sync, sessions, device }: Life): Promise<void> {
  sync.stop();
  const session = await sessions.current();
  if (session) await ended(session.refresh_token);
  await device.wipe();
  localStorage.clear();
  sessionStorage.clear();
  location.assign("/sign-in");
}

/** With no network the server cannot be told: the session then ends by itself, or from another device's settings. */
async function ended(refresh_token: string): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE);
  await openApi()
    .POST("/api/v1/auth/logout", { body: { refresh_token }, signal })
    .catch(() => undefined);
}

import type { Session } from "../../api/session";
import { useLife, useLive } from "../../life/hooks";

/** Who is signed in here, also where the session has run out; null for nobody, undefined until it is read. */
export function useSession(): Session | null | undefined {
  const { sessions } = useLife();
  return useLive(async () => (await sessions.current()) ?? null, [sessions]);
}

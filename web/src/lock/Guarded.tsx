import { useEffect } from "react";
import { useKeys } from "../browser/keys";
import { type Lock, readLock } from "../device/vault-lock";
import { useLife, useLive } from "../life/hooks";
import { lockNow } from "./context";
import { guard } from "./guard";
import { t } from "./texts";

/** While the lock is on: it locks after a while in the background and by its key, and hears of changes in other tabs. */
export default function Guarded({ lock: { minutes }, onChange }: { lock: Lock; onChange: (lock: Lock | undefined) => void }) {
  const { device } = useLife();
  useEffect(() => (minutes ? guard(minutes, lockNow) : undefined), [minutes]);
  useKeys(t("keys"), [{ keys: "Mod+L", label: t("lockNow"), run: lockNow, everywhere: true }]);
  const kept = useLive(async () => ({ lock: await readLock(device) }), [device]);
  useEffect(() => {
    if (kept) onChange(kept.lock);
  }, [kept]);
  return null;
}

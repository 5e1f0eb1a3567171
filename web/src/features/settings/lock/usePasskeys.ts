import { useEffect, useState } from "react";
import { notify } from "../../../design";
import { NoPasskey, passkeysWork } from "../../../lock";
import { t } from "./texts";

/** Whether this browser has passkeys here, and asking one: where it gives no key, the person is told. */
export function usePasskeys() {
  const [areThere, setThere] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => void passkeysWork().then(setThere), []);
  const asking = async (ask: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await ask();
    } catch (error) {
      if (!(error instanceof NoPasskey)) throw error;
      notify({ text: t("noPasskey"), tone: "problem" });
    } finally {
      setBusy(false);
    }
  };
  return { areThere, busy, asking };
}

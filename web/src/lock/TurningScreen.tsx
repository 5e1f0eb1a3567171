import { useEffect, useRef, useState } from "react";
import { Button, Progress, Spinner } from "../design";
import type { Lock } from "../device/vault-lock";
import { turn } from "../device/vault-turn";
import { useLife } from "../life/hooks";
import { whileAlone } from "./alone";
import { LockFrame } from "./LockFrame";
import { t } from "./texts";

/** Seals or unseals everything on the device, then starts the app anew. */
export default function TurningScreen({ lock, dataKey }: { lock: Lock; dataKey: CryptoKey }) {
  const { device, sync } = useLife();
  const [share, setShare] = useState<number>();
  const [failed, setFailed] = useState(false);
  const begun = useRef(false);

  const work = async (): Promise<void> => {
    sync.stop();
    try {
      await whileAlone(() => turn(device, lock, dataKey, setShare));
      location.reload();
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void work();
  }, []);

  const title = lock.state === "turning-off" ? t("unsealing") : t("sealing");
  return (
    <LockFrame icon={lock.state === "turning-off" ? "lock-open" : "lock"} title={title}>
      {failed ? <p role="alert">{t("turningFailed")}</p> : <p className="text-muted">{t("turningHint")}</p>}
      {share === undefined && !failed && <Spinner label={t("waiting")} />}
      {share !== undefined && !failed && <Progress value={share} label={title} />}
      {failed && <Button onClick={() => location.reload()}>{t("again")}</Button>}
    </LockFrame>
  );
}

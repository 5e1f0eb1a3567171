import { Empty } from "../../../design";
import { useLock } from "../../../lock";
import { LockIsOn } from "./LockIsOn";
import { TurnOn } from "./TurnOn";
import { t } from "./texts";

export function LockPage() {
  const { lock } = useLock();
  return (
    <>
      <p className="text-muted">{t("intro")}</p>
      {lock && <LockIsOn lock={lock} />}
      {!lock && (isSecureContext ? <TurnOn /> : <Empty icon="lock-open" title={t("insecure")} text={t("insecureText")} />)}
    </>
  );
}

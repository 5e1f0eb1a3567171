import { Button, Panel } from "../../../design";
import { newDataKey, passkeyWay, passphraseWay, type Way } from "../../../device/vault-keys";
import { newPasskey, useLock } from "../../../lock";
import { NewPassphrase } from "./NewPassphrase";
import { t } from "./texts";
import { usePasskeys } from "./usePasskeys";

const MINUTES = 15;

export function TurnOn() {
  const { turn } = useLock();
  const { areThere, busy, asking } = usePasskeys();
  const turnOn = async (wayTo: (dataKey: CryptoKey) => Promise<Way>) => {
    const dataKey = await newDataKey();
    const ways = [await wayTo(dataKey)];
    turn({ state: "turning-on", ways, minutes: MINUTES, failures: 0, failedAt: 0 }, dataKey);
  };
  const byPasskey = () => asking(() => turnOn(async (dataKey) => passkeyWay(dataKey, await newPasskey(t("passkeyName")))));
  return (
    <>
      <Panel title={t("turnOn")}>
        <div className="flex flex-col gap-3">
          <p className="text-muted">{t("turnOnText")}</p>
          <NewPassphrase save={t("turnOnDo")} onGiven={(passphrase) => turnOn((dataKey) => passphraseWay(dataKey, passphrase))} />
        </div>
      </Panel>
      {areThere && (
        <Panel title={t("passkey")}>
          <div className="flex flex-col gap-3">
            <p className="text-muted">{t("passkeyText")}</p>
            <Button className="self-start" icon="key-round" busy={busy} onClick={() => void byPasskey()}>
              {t("turnOnByPasskey")}
            </Button>
          </div>
        </Panel>
      )}
    </>
  );
}

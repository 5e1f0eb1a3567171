import { useState } from "react";
import { Badge, Button, Dialog, Icon, Kbd, List, notify, Panel, Row, Select } from "../../../design";
import { passkeyWay, passphraseWay, type Way } from "../../../device/vault-keys";
import type { Lock } from "../../../device/vault-lock";
import { lockNow, newPasskey, useLock } from "../../../lock";
import { NewPassphrase } from "./NewPassphrase";
import { Proof } from "./Proof";
import { t } from "./texts";
import { usePasskeys } from "./usePasskeys";

const MINUTES = ["1", "5", "15", "60", "never"] as const;

export function LockIsOn({ lock }: { lock: Lock }) {
  const { change, turn } = useLock();
  const [turningOff, setTurningOff] = useState(false);
  return (
    <>
      <Panel title={t("isOn")} actions={<Badge tone="good">{t("on")}</Badge>}>
        <div className="flex flex-col gap-4">
          <Select
            label={t("auto")}
            options={MINUTES.map((value) => ({ value, label: value === "never" ? t("never") : t("minutes", { count: Number(value) }) }))}
            value={MINUTES.find((value) => value === String(lock.minutes)) ?? "never"}
            onChange={(value) => void change({ minutes: value === "never" ? null : Number(value) })}
          />
          <div className="flex flex-wrap items-center gap-3">
            <Button icon="lock" variant="primary" onClick={lockNow}>
              {t("now")}
            </Button>
            <span className="flex gap-1 pointer-coarse:hidden">
              <Kbd>{t("ctrl")}</Kbd>
              <Kbd>{t("shift")}</Kbd>
              <Kbd>{t("letter")}</Kbd>
            </span>
          </div>
        </div>
      </Panel>
      <Ways lock={lock} />
      <Panel title={t("turnOff")}>
        <div className="flex flex-col gap-3">
          <p className="text-muted">{t("turnOffText")}</p>
          <Button className="self-start" icon="lock-open" onClick={() => setTurningOff(true)}>
            {t("turnOffDo")}
          </Button>
        </div>
      </Panel>
      {turningOff && (
        <Proof
          lock={lock}
          title={t("turnOff")}
          onClose={() => setTurningOff(false)}
          onProved={async (dataKey) => turn({ ...lock, state: "turning-off" }, dataKey)}
        />
      )}
    </>
  );
}

/** What opens the lock: each can be replaced, and all but the last be given up. */
function Ways({ lock }: { lock: Lock }) {
  const { change } = useLock();
  const { areThere, asking } = usePasskeys();
  const [proving, setProving] = useState<Way["kind"]>();
  const [dataKey, setDataKey] = useState<CryptoKey>();
  const has = (kind: Way["kind"]) => lock.ways.some((way) => way.kind === kind);
  const keep = async (way: Way) => {
    await change({ ways: [...lock.ways.filter(({ kind }) => kind !== way.kind), way] });
    setDataKey(undefined);
    notify({ text: t("wayKept") });
  };
  const proved = async (key: CryptoKey) => {
    setProving(undefined);
    if (proving === "passphrase") setDataKey(key);
    else await asking(async () => keep(await passkeyWay(key, await newPasskey(t("passkeyName")))));
  };
  const remove = (kind: Way["kind"]) => void change({ ways: lock.ways.filter((way) => way.kind !== kind) });
  const kinds: Way["kind"][] = areThere || has("passkey") ? ["passphrase", "passkey"] : ["passphrase"];
  return (
    <Panel title={t("ways")}>
      <List label={t("ways")}>
        {kinds.map((kind) => (
          <Row
            key={kind}
            leading={<Icon name={kind === "passkey" ? "key-round" : "keyboard"} className="text-muted size-5" />}
            trailing={
              <>
                {has(kind) && lock.ways.length > 1 && <Button onClick={() => remove(kind)}>{t(`remove.${kind}`)}</Button>}
                <Button onClick={() => setProving(kind)}>{t(has(kind) ? `change.${kind}` : `add.${kind}`)}</Button>
              </>
            }
          >
            <p>{t(kind)}</p>
            <p className="text-muted text-sm">{t(has(kind) ? "wayOn" : "wayOff")}</p>
          </Row>
        ))}
      </List>
      {proving && <Proof lock={lock} title={t("prove")} onClose={() => setProving(undefined)} onProved={proved} />}
      <Dialog open={dataKey !== undefined} title={t("newPassphrase")} onClose={() => setDataKey(undefined)}>
        <NewPassphrase save={t("save")} onGiven={async (passphrase) => dataKey && keep(await passphraseWay(dataKey, passphrase))} />
      </Dialog>
    </Panel>
  );
}

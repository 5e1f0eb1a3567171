import { type FormEvent, useId, useState } from "react";
import { Button, Dialog, TextField } from "../../../design";
import { type Bytes, unwrapped, type Way } from "../../../device/vault-keys";
import type { Lock } from "../../../device/vault-lock";
import { askPasskey } from "../../../lock";
import { t } from "./texts";
import { usePasskeys } from "./usePasskeys";

interface Props {
  lock: Lock;
  title: string;
  onClose: () => void;
  /** The data key, in a form that can be wrapped anew. */
  onProved: (dataKey: CryptoKey) => Promise<void>;
}

/** Asks for a way to the key that there is, before another is made or all are given up. */
export function Proof({ lock, title, onClose, onProved }: Props) {
  const form = useId();
  const { busy, asking } = usePasskeys();
  const [passphrase, setPassphrase] = useState("");
  const [isWrong, setWrong] = useState(false);
  const byPhrase = lock.ways.find((way) => way.kind === "passphrase");
  const byKey = lock.ways.find((way) => way.kind === "passkey");

  const prove = async (way: Way, secret: string | Bytes) => {
    const dataKey = await unwrapped(way, secret, true);
    setWrong(!dataKey);
    if (dataKey) await onProved(dataKey);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (byPhrase && passphrase) void asking(() => prove(byPhrase, passphrase));
  };
  const actions = (
    <>
      {byKey && (
        <Button icon="key-round" busy={busy} onClick={() => void asking(async () => prove(byKey, (await askPasskey(byKey)).answer))}>
          {t("byPasskey")}
        </Button>
      )}
      {byPhrase && (
        <Button type="submit" form={form} variant="primary" busy={busy} disabled={!passphrase}>
          {t("goOn")}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open title={title} onClose={onClose} actions={actions}>
      {byPhrase ? (
        <form id={form} onSubmit={submit}>
          <TextField
            type="password"
            autoComplete="current-password"
            label={t("passphraseNow")}
            error={isWrong ? t("wrong") : undefined}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </form>
      ) : (
        <p>{t("askedForPasskey")}</p>
      )}
    </Dialog>
  );
}

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button, TextField } from "../design";
import type { Lock } from "../device/vault-lock";
import { Forgotten } from "./Forgotten";
import { LockFrame } from "./LockFrame";
import { t } from "./texts";
import { useUnlocking } from "./useUnlocking";

interface Props {
  lock: Lock;
  onUnlocked: (lock: Lock, dataKey: CryptoKey) => Promise<void>;
  /** To look whether another tab has been unlocked since. */
  onSeen: () => void;
}

/** Asks for the passphrase or the passkey before anything is read. */
export default function LockScreen({ lock: found, onUnlocked, onSeen }: Props) {
  const { lock, busy, problem, pause, byPassphrase, byPasskey } = useUnlocking(found, onUnlocked);
  const [passphrase, setPassphrase] = useState("");
  const has = (kind: Lock["ways"][number]["kind"]): boolean => lock.ways.some((way) => way.kind === kind);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = t("lockedTitle");
    field.current?.focus();
    document.addEventListener("visibilitychange", onSeen);
    return () => document.removeEventListener("visibilitychange", onSeen);
  }, []);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase && !busy && pause === 0) void byPassphrase(passphrase).then(() => setPassphrase(""));
  };
  const error = problem && (pause > 0 ? t("wait", { count: Math.ceil(pause / 1000) }) : t(problem));
  return (
    <LockFrame icon="lock" title={t("locked")}>
      {lock.state !== "on" && <p className="text-muted">{t(lock.state === "turning-on" ? "finishSealing" : "finishUnsealing")}</p>}
      {has("passphrase") && (
        <form className="flex flex-col gap-3" onSubmit={submit}>
          <TextField
            type="password"
            label={t("passphrase")}
            autoComplete="current-password"
            ref={field}
            value={passphrase}
            error={error}
            onChange={(event) => setPassphrase(event.target.value)}
          />
          <Button type="submit" variant="primary" className="min-h-11" busy={busy} disabled={pause > 0}>
            {t("unlock")}
          </Button>
        </form>
      )}
      {has("passkey") && (
        <Button icon="key-round" className="min-h-11" variant={has("passphrase") ? "plain" : "primary"} busy={busy} onClick={() => void byPasskey()}>
          {t("unlockByPasskey")}
        </Button>
      )}
      {problem && !has("passphrase") && <p role="alert">{t(problem)}</p>}
      <Forgotten />
    </LockFrame>
  );
}

import { type FormEvent, useState } from "react";
import { Button, TextField } from "../../../design";
import { t } from "./texts";

const LEAST = 10;

interface Props {
  save: string;
  onGiven: (passphrase: string) => Promise<void>;
}

/** A new passphrase, twice: nobody can tell it to the person later. */
export function NewPassphrase({ save, onGiven }: Props) {
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [error, setError] = useState<"short" | "different">();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = [...first.normalize("NFKC")].length < LEAST ? "short" : first === second ? undefined : "different";
    setError(wrong);
    if (wrong) return;
    setBusy(true);
    await onGiven(first).finally(() => setBusy(false));
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => void submit(event)}>
      <TextField
        type="password"
        autoComplete="new-password"
        label={t("passphrase")}
        hint={t("passphraseHint", { count: LEAST })}
        error={error === "short" ? t("short", { count: LEAST }) : undefined}
        value={first}
        onChange={(event) => setFirst(event.target.value)}
      />
      <TextField
        type="password"
        autoComplete="new-password"
        label={t("again")}
        error={error === "different" ? t("different") : undefined}
        value={second}
        onChange={(event) => setSecond(event.target.value)}
      />
      <Button type="submit" variant="primary" className="self-start" busy={busy} disabled={!first || !second}>
        {save}
      </Button>
    </form>
  );
}

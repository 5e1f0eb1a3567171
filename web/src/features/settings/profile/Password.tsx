import { type FormEvent, useState } from "react";
import type { Problem } from "../../../api/client";
import { Button, notify, Panel, TextField } from "../../../design";
import { useLife } from "../../../life/hooks";
import { t as told } from "../../../life/texts";
import { t } from "./texts";

const LEAST = 10;
const EMPTY = { current: "", next: "" };
const NO_ANSWER = { data: undefined, error: undefined, response: undefined };
type Errors = Partial<Record<keyof typeof EMPTY | "form", string>>;

export function Password() {
  const { api } = useLife();
  const [form, setForm] = useState(EMPTY);
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<typeof EMPTY>) => setForm({ ...form, ...part });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if ([...form.next.normalize("NFKC")].length < LEAST) return setErrors({ next: t("passwordShort", { count: LEAST }) });
    setBusy(true);
    const body = { current_password: form.current, new_password: form.next };
    const { data, error, response } = await api.POST("/api/v1/auth/password", { body }).catch(() => NO_ANSWER);
    setBusy(false);
    setErrors(data ? {} : wrong(response?.status, error));
    if (!data) return;
    setForm(EMPTY);
    notify({ text: t("passwordChanged", { count: data.revoked }) });
  };
  return (
    <Panel title={t("password")}>
      <form className="flex flex-col gap-3" onSubmit={(event) => void save(event)}>
        <TextField
          type="password"
          autoComplete="current-password"
          label={t("passwordNow")}
          value={form.current}
          error={errors.current}
          onChange={(event) => change({ current: event.target.value })}
        />
        <TextField
          type="password"
          autoComplete="new-password"
          label={t("passwordNew")}
          hint={t("passwordHint", { count: LEAST })}
          value={form.next}
          error={errors.next}
          onChange={(event) => change({ next: event.target.value })}
        />
        {errors.form && (
          <p role="alert" className="text-danger-ink text-sm">
            {errors.form}
          </p>
        )}
        <Button type="submit" className="self-start" busy={busy} disabled={!form.current || !form.next}>
          {t("passwordChange")}
        </Button>
      </form>
    </Panel>
  );
}

function wrong(status: number | undefined, problem: Problem | undefined): Errors {
  const fields = problem?.errors?.map(({ field }) => field) ?? [];
  if (fields.includes("current_password")) return { current: t("passwordWrong") };
  if (fields.includes("new_password")) return { next: t("passwordGuessed") };
  if (status === 429) return { form: t("passwordOften") };
  return { form: status ? told("refused", { why: problem?.detail ?? "" }) : told("offline") };
}

import { useState } from "react";
import { FormDialog, Select, TextField } from "../../../design";
import { useCommand } from "../../../life/command";
import { t } from "./texts";

const KINDS = ["anthropic", "openai", "google", "ollama", "compatible"] as const;
type Kind = (typeof KINDS)[number];
/** Those that are reached at an address of the person's own. */
const WITH_URL: ReadonlySet<Kind> = new Set<Kind>(["ollama", "compatible"]);

interface Props {
  onClose: () => void;
  onAdded: () => void;
}

/** A provider with a key of one's own: it goes in and never comes out again. */
export function NewProvider({ onClose, onAdded }: Props) {
  const { busy, run } = useCommand();
  const [draft, setDraft] = useState({ kind: KINDS[0] as Kind, name: "", models: "", url: "", key: "" });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const { kind, name, url, key } = draft;
  const models = draft.models.split(/[\s,]+/).filter(Boolean);
  const isReady = name.trim() && models.length > 0 && (WITH_URL.has(kind) ? url.trim() : key.trim());
  const submit = async () => {
    const body = { kind, name: name.trim(), models, url: url.trim() || null, key: key.trim() || null };
    if (await run((api) => api.POST("/api/v1/models/providers", { body }))) onAdded();
  };
  return (
    <FormDialog title={t("add")} submit={t("add")} busy={busy} disabled={!isReady} onSubmit={() => void submit()} onClose={onClose}>
      <Select label={t("kind")} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} value={kind} onChange={(chosen) => change({ kind: chosen })} />
      <TextField label={t("name")} maxLength={60} placeholder={t("nameExample")} value={name} onChange={(event) => change({ name: event.target.value })} />
      <TextField label={t("models")} hint={t("modelsHint")} value={draft.models} onChange={(event) => change({ models: event.target.value })} />
      <TextField type="url" label={t("url")} hint={WITH_URL.has(kind) ? t("urlNeeded") : t("urlHint")} value={url} onChange={(event) => change({ url: event.target.value })} />
      <TextField type="password" autoComplete="off" label={t("key")} hint={t("keyHint")} value={key} onChange={(event) => change({ key: event.target.value })} />
    </FormDialog>
  );
}

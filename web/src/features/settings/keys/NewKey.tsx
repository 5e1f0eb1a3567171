import { useState } from "react";
import { FormDialog, Select, TextField } from "../../../design";
import { useCommand } from "../../../life/command";
import { type PresetName, PRESETS, scopesOf } from "./presets";
import { t } from "./texts";

const DAY = 86_400_000;
const DAYS = ["30", "90", "365", "never"] as const;
type Days = (typeof DAYS)[number];

interface Props {
  open: boolean;
  onClose: () => void;
  onMade: (secret: string) => void;
}

export function NewKey(props: Props) {
  return props.open ? <NewKeyDialog {...props} /> : null;
}

function NewKeyDialog({ onClose, onMade }: Props) {
  const { busy, run } = useCommand();
  const [name, setName] = useState("");
  const [preset, setPreset] = useState<PresetName>("capture");
  const [days, setDays] = useState<Days>("365");
  const make = async () => {
    const expires_at = days === "never" ? null : new Date(Date.now() + Number(days) * DAY).toISOString();
    const made = await run((api) => api.POST("/api/v1/api-keys", { body: { name: name.trim(), scopes: scopesOf(preset), expires_at } }));
    if (made) onMade(made.key);
  };
  return (
    <FormDialog title={t("make")} submit={t("make")} onSubmit={() => void make()} onClose={onClose} busy={busy} disabled={!name.trim()}>
      <TextField label={t("name")} hint={t("nameHint")} maxLength={500} value={name} onChange={(event) => setName(event.target.value)} />
      <Select
        label={t("may")}
        hint={t(`preset.${preset}.hint`)}
        options={PRESETS.map(({ name: value }) => ({ value, label: t(`preset.${value}`) }))}
        value={preset}
        onChange={setPreset}
      />
      <Select
        label={t("goodFor")}
        options={DAYS.map((value) => ({ value, label: value === "never" ? t("forever") : t("days", { count: Number(value) }) }))}
        value={days}
        onChange={setDays}
      />
    </FormDialog>
  );
}

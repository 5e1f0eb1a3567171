import { type FormEvent, useId, useState } from "react";
import { Button, TextField } from "../../../design";
import { COLORS } from "./colors";
import { t } from "./texts";

interface ProjectFields {
  title: string;
  color: string | null;
}

interface Props {
  label: string;
  start?: ProjectFields;
  submit: string;
  onSubmit: (fields: ProjectFields) => void;
  onCancel?: () => void;
}

const EMPTY: ProjectFields = { title: "", color: null };

export function ProjectForm({ label, start = EMPTY, submit, onSubmit, onCancel }: Props) {
  const [fields, setFields] = useState(start);
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const title = fields.title.trim();
    setMissing(!title);
    if (!title) return;
    onSubmit({ ...fields, title });
    setFields(EMPTY);
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-3">
      <TextField
        label={label}
        value={fields.title}
        maxLength={500}
        error={missing ? t("titleMissing") : undefined}
        onChange={(event) => setFields({ ...fields, title: event.target.value })}
      />
      <ColorField value={fields.color} onChange={(color) => setFields({ ...fields, color })} />
      <div className="flex justify-end gap-2">
        {onCancel && <Button onClick={onCancel}>{t("cancel")}</Button>}
        <Button type="submit" variant="primary">
          {submit}
        </Button>
      </div>
    </form>
  );
}

function ColorField({ value, onChange }: { value: string | null; onChange: (color: string | null) => void }) {
  const name = useId();
  const choices = [[null, "colorNone"] as const, ...COLORS];
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t("color")}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map(([color, key]) => (
          <label key={key} title={t(key)} className="has-checked:ring-accent has-focus-visible:outline-accent grid size-7 cursor-pointer place-items-center rounded-full has-checked:ring-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-4 pointer-coarse:size-9">
            <input type="radio" name={name} aria-label={t(key)} checked={value === color} onChange={() => onChange(color)} className="sr-only" />
            <span className="border-edge size-5 rounded-full border" style={color ? { backgroundColor: color } : undefined} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

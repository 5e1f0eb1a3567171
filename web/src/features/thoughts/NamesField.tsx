import { type FormEvent, useState } from "react";
import { Button, Chip, TextField } from "../../design";

interface Props {
  label: string;
  /** What the field for a new one asks. */
  add: string;
  names: readonly string[];
  onChange: (names: string[]) => void;
}

/** Names that can be taken away one by one, and a field for another. */
export function NamesField({ label, add, names, onChange }: Props) {
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    setName("");
    if (given && !names.includes(given)) onChange([...names, given]);
  };
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap items-center gap-1.5">
        {names.map((one) => (
          <Chip key={one} onRemove={() => onChange(names.filter((other) => other !== one))}>
            {one}
          </Chip>
        ))}
        <form onSubmit={submit} className="flex items-center gap-1.5">
          <TextField label={add} hideLabel placeholder={add} maxLength={64} value={name} onChange={(event) => setName(event.target.value)} className="w-44" />
          {name.trim() && (
            <Button type="submit" icon="plus" aria-label={add} />
          )}
        </form>
      </div>
    </fieldset>
  );
}

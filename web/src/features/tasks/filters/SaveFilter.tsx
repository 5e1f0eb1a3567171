import { type FormEvent, useId, useState } from "react";
import { Button, Dialog, TextField } from "../../../design";
import { type Place, searchOf } from "../place";
import { useSavedFilters } from "./saved";
import { t } from "./texts";

interface Props {
  place: Place;
  onClose: () => void;
}

export function SaveFilter({ place, onClose }: Props) {
  const { save } = useSavedFilters();
  const [name, setName] = useState("");
  const [missing, setMissing] = useState(false);
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return setMissing(true);
    void save({ name: name.trim(), search: searchOf({ ...place, task: null }) });
    return onClose();
  };
  const actions = (
    <Button variant="primary" type="submit" form={form}>
      {t("save")}
    </Button>
  );
  return (
    <Dialog open title={t("saveTitle")} onClose={onClose} actions={actions}>
      <form id={form} onSubmit={submit}>
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          error={missing && !name.trim() ? t("nameMissing") : undefined}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

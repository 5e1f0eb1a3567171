import { useState } from "react";
import { FormDialog, TextField } from "../../../design";
import { keptSearch, type Place } from "../place";
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
  const submit = () => {
    if (!name.trim()) return setMissing(true);
    void save(name.trim(), keptSearch(place));
    return onClose();
  };
  return (
    <FormDialog title={t("saveTitle")} submit={t("save")} onSubmit={submit} onClose={onClose}>
      <TextField
        label={t("name")}
        error={missing && !name.trim() ? t("nameMissing") : undefined}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  );
}

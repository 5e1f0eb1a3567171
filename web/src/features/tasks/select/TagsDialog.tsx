import { useState } from "react";
import { Chip, FormDialog, TextField } from "../../../design";
import type { Task } from "../task";
import { tagsOf } from "../words";
import { t } from "./texts";
import type { BulkActs } from "./useBulk";
import { toggled } from "./useSelection";

interface Props {
  chosen: Task[];
  onRetag: BulkActs["retag"];
  onClose: () => void;
}

/** Tags to be added to several tasks, and those of theirs to be removed; their other tags stay. */
export function TagsDialog({ chosen, onRetag, onClose }: Props) {
  const [words, setWords] = useState("");
  const [removed, setRemoved] = useState<string[]>([]);
  const added = tagsOf(words);
  const present = [...new Set(chosen.flatMap(({ tags }) => tags))].toSorted((a, b) => a.localeCompare(b));
  const submit = () => {
    onClose();
    onRetag({ add_tags: added, remove_tags: removed });
  };
  return (
    <FormDialog
      title={t("tagsFor", { count: chosen.length })}
      submit={t("change")}
      disabled={added.length + removed.length === 0}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t("addTags")} hint={t("addTagsHint")} value={words} onChange={(event) => setWords(event.target.value)} />
      {present.length > 0 && (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium">{t("removeTags")}</legend>
          <div className="flex flex-wrap gap-2">
            {present.map((tag) => (
              <Chip key={tag} pressed={removed.includes(tag)} onPress={() => setRemoved(toggled(removed, tag))}>
                {tag}
              </Chip>
            ))}
          </div>
        </fieldset>
      )}
    </FormDialog>
  );
}

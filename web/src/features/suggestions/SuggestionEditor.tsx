import { useState } from "react";
import { FormDialog, TextField } from "../../design";
import { clockTime, scheduled } from "../tasks";
import { type Edits, type Suggestion, useDeciding } from "./suggestion";
import { t } from "./texts";

interface Wish {
  title: string;
  day: string;
  time: string;
}

/** Changing what was found before it becomes a task. */
export default function SuggestionEditor({ suggestion, onClose }: { suggestion: Suggestion; onClose: () => void }) {
  const { accept } = useDeciding();
  const [wish, setWish] = useState<Wish>(() => wishOf(suggestion));
  const change = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }));
  const save = () => {
    accept(suggestion, editsOf(suggestion, wish));
    onClose();
  };
  return (
    <FormDialog title={t("editTitle")} submit={t("accept")} onSubmit={save} onClose={onClose}>
      <TextField
        label={t("taskTitle")}
        required
        maxLength={500}
        value={wish.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label={t("day")} type="date" value={wish.day} onChange={(event) => change({ day: event.target.value })} />
        <TextField
          label={t("time")}
          type="time"
          hint={t("timeHint")}
          disabled={!wish.day}
          value={wish.time}
          onChange={(event) => change({ time: event.target.value })}
        />
      </div>
    </FormDialog>
  );
}

function wishOf({ title, due, due_at }: Suggestion): Wish {
  return { title, day: due ?? "", time: clockTime(due_at) };
}

/** Only what was changed; a day and its time belong together. */
function editsOf(suggestion: Suggestion, wish: Wish): Edits {
  const before = wishOf(suggestion);
  const title = wish.title.trim();
  return {
    ...(title === before.title ? {} : { title }),
    ...(wish.day === before.day && wish.time === before.time ? {} : scheduled(wish.day || null, wish.time)),
  };
}

import { type FormEvent, useState } from "react";
import { Button, Chip, TextField } from "../../../design";
import { newId } from "../../../device/ids";
import { currentZone } from "../../../i18n/days";
import { useToday } from "../../../i18n/today";
import { useAct } from "../../../life/hooks";
import { kept, lineOf, type Part, partName, partsOf, partTone, taskOf, usePreview } from "../../capture";
import type { Filter } from "../filter";
import { defaultsOf, withDefaults } from "./defaults";
import { t } from "./texts";

interface Props {
  filter: Filter;
}

/** A task by one line. Where its parts were understood in time it is made of them, else the server reads the line. */
export function AddTask({ filter }: Props) {
  const act = useAct();
  const today = useToday();
  const timezone = currentZone();
  const [text, setText] = useState("");
  const [dropped, setDropped] = useState<string[]>([]);
  const { preview, unread } = usePreview(lineOf(text, dropped), timezone);
  const parts = preview ? kept(partsOf(preview), text, dropped) : [];

  const add = async () => {
    const making = { id: newId(), now: new Date().toISOString(), timezone };
    const saved = taskOf({ text, dropped, mode: "task" }, preview, making);
    const defaults = defaultsOf(filter, today);
    setText("");
    setDropped([]);
    if ("task" in saved) return act("tasks.create", withDefaults(saved.task, defaults), t("added", { title: saved.task.title }));
    const made = await act("quick_add.add", saved.line, t("added", { title: saved.line.text }));
    const { project_id } = defaults;
    if (project_id) await act("tasks.update", { id: making.id, project_id });
    return made;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) void add();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <div className="flex gap-2">
        <div className="flex-1">
          <TextField hideLabel label={t("label")} placeholder={t("example")} value={text} maxLength={500} autoComplete="off" onChange={(event) => setText(event.target.value)} />
        </div>
        <Button type="submit" variant="primary" icon="plus">
          {t("add")}
        </Button>
      </div>
      <Understood parts={parts} onDrop={(part) => setDropped([...dropped, part.text])} />
      {unread && text && <p className="text-muted text-sm">{t("unread")}</p>}
    </form>
  );
}

function Understood({ parts, onDrop }: { parts: Part[]; onDrop: (part: Part) => void }) {
  if (parts.length === 0) return null;
  return (
    <ul aria-label={t("understood")} className="flex flex-wrap gap-1.5">
      {parts.map((part) => (
        <li key={part.text}>
          <Chip tone={partTone(part)} onRemove={() => onDrop(part)} removeLabel={t("drop", { what: partName(part) })}>
            {partName(part)}
          </Chip>
        </li>
      ))}
    </ul>
  );
}

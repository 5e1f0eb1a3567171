import { type FormEvent, useState } from "react";
import { Button, List, TextField } from "../../design";
import { newId } from "../../device/ids";
import { useAct } from "../../life/hooks";
import { isOpen, TaskRow } from "../tasks";
import type { Task } from "./goal";
import { byDue } from "./progress";
import { t } from "./texts";

interface Props {
  goalId: string;
  milestoneId?: string;
  tasks: Task[];
}

const SHOWN = 50;

/** Tasks of a goal or of one milestone, open ones first, with a line to add another. */
export function WorkList({ goalId, milestoneId, tasks }: Props) {
  const [limit, setLimit] = useState(SHOWN);
  const ordered = tasks.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || byDue(a, b));
  return (
    <>
      {ordered.length > 0 && (
        <List label={t("tasks")}>
          {ordered.slice(0, limit).map((task) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </List>
      )}
      {ordered.length > limit && (
        <Button variant="quiet" onClick={() => setLimit(limit + SHOWN)}>
          {t("showMore")}
        </Button>
      )}
      <AddTask goalId={goalId} milestoneId={milestoneId ?? null} />
    </>
  );
}

function AddTask({ goalId, milestoneId }: { goalId: string; milestoneId: string | null }) {
  const act = useAct();
  const [title, setTitle] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return;
    void act("tasks.create", { id: newId(), title: title.trim(), goal_id: goalId, milestone_id: milestoneId }, t("made", { title }));
    setTitle("");
  };
  return (
    <form onSubmit={add} className="flex gap-2 py-2">
      <div className="min-w-0 flex-1">
        <TextField label={t("addTask")} placeholder={t("addTask")} hideLabel maxLength={500} value={title} onChange={(event) => setTitle(event.target.value)} />
      </div>
      <Button type="submit" icon="plus">
        {t("add")}
      </Button>
    </form>
  );
}

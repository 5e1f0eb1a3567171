import { type FormEvent, useState } from "react";
import { Button, List, Panel, Progress, TextField } from "../../../design";
import { newId } from "../../../device/ids";
import { useAct, useRecords } from "../../../life/hooks";
import { sorted } from "../groups";
import { moveBy } from "../moving";
import { TaskRow } from "../row/TaskRow";
import type { Task } from "../task";
import { t } from "./texts";

/** The parts of a task in their order, done ones too. */
export function Subtasks({ task }: { task: Task }) {
  const act = useAct();
  const found = useRecords({ kind: "task", ref: task.id, where: (one) => one.parent_id === task.id }, [task.id]) ?? [];
  const parts = sorted(found, "manual");
  const ids = parts.map(({ id }) => id);
  const done = parts.filter(({ status }) => status === "done").length;
  const step = ({ id, title }: Task, by: -1 | 1) => {
    const wish = moveBy(ids, id, by);
    if (wish) void act("tasks.move", wish, t("moved", { title }));
  };
  return (
    <Panel title={t("subtasks")} actions={parts.length > 0 && <span className="text-muted text-sm">{t("subtasksDone", { done, count: parts.length })}</span>}>
      {parts.length > 0 && <Progress value={done / parts.length} label={t("subtasksDone", { done, count: parts.length })} />}
      <List label={t("subtasks")}>
        {parts.map((part) => (
          <TaskRow
            key={part.id}
            task={part}
            hideProject
            items={[
              { label: t("moveUp"), icon: "arrow-up", disabled: part.id === ids[0], onSelect: () => step(part, -1) },
              { label: t("moveDown"), icon: "arrow-down", disabled: part.id === ids.at(-1), onSelect: () => step(part, 1) },
            ]}
          />
        ))}
      </List>
      <AddSubtask task={task} />
    </Panel>
  );
}

function AddSubtask({ task }: { task: Task }) {
  const act = useAct();
  const [text, setText] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    const title = text.trim();
    if (!title) return;
    const { id: parent_id, project_id, goal_id } = task;
    void act("tasks.create", { id: newId(), title, parent_id, project_id, goal_id }, t("subtaskAdded", { title }));
    setText("");
  };
  return (
    <form onSubmit={add} className="mt-2 flex gap-2">
      <div className="flex-1">
        <TextField hideLabel label={t("addSubtask")} placeholder={t("addSubtask")} value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />
      </div>
      <Button type="submit">{t("add")}</Button>
    </form>
  );
}

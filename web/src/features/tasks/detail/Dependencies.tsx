import { useState } from "react";
import { Link } from "wouter";
import { Button, IconButton, List, Panel, Row, TextField } from "../../../design";
import { useAct, useRecord } from "../../../life/hooks";
import { statusName } from "../../../i18n/words";
import { candidatesFor } from "../depending";
import { useOpenTasks } from "../open-tasks";
import type { Task } from "../task";
import { t } from "./texts";

/** What must be done before, and what waits for this task. */
export function Dependencies({ task }: { task: Task }) {
  const open = useOpenTasks();
  const waiting = open?.tasks.filter(({ depends_on }) => depends_on.includes(task.id)) ?? [];
  return (
    <Panel title={t("dependencies")}>
      {task.depends_on.length === 0 && <p className="text-muted text-sm">{t("dependenciesNone")}</p>}
      <List label={t("dependencies")}>
        {task.depends_on.map((id) => (
          <Dependency key={id} task={task} id={id} />
        ))}
      </List>
      <AddDependency task={task} />
      {waiting.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-sm font-medium">{t("waiting")}</h3>
          <List label={t("waiting")}>
            {waiting.map(({ id, title }) => (
              <Row key={id}>
                <Link href={`/tasks/${id}`} className="hover:underline">
                  {title}
                </Link>
              </Row>
            ))}
          </List>
        </>
      )}
    </Panel>
  );
}

function Dependency({ task, id }: { task: Task; id: string }) {
  const act = useAct();
  const other = useRecord("task", id);
  const title = other?.title ?? t("unknownTask");
  const remove = () => void act("tasks.remove_dependency", { id: task.id, depends_on: id }, t("dependencyRemoved", { title }));
  return (
    <Row trailing={<IconButton icon="x" label={t("removeDependency", { title })} onClick={remove} />}>
      {other ? (
        <Link href={`/tasks/${id}`} className="hover:underline">
          {title}
        </Link>
      ) : (
        title
      )}
      {other && <span className="text-muted ml-2 text-sm">{statusName("task", other.status)}</span>}
    </Row>
  );
}

function AddDependency({ task }: { task: Task }) {
  const act = useAct();
  const open = useOpenTasks();
  const [words, setWords] = useState("");
  const found = words.trim() && open ? candidatesFor(task, words, open) : [];
  const add = ({ id, title }: Task) => {
    setWords("");
    void act("tasks.add_dependency", { id: task.id, depends_on: id }, t("dependencyAdded", { title }));
  };
  return (
    <div className="mt-2 flex flex-col gap-1">
      <TextField type="search" hideLabel label={t("addDependency")} placeholder={t("addDependency")} value={words} onChange={(event) => setWords(event.target.value)} />
      <div aria-live="polite">{words.trim() && found.length === 0 && <p className="text-muted text-sm">{t("noneFound")}</p>}</div>
      {found.map(({ task: other, circle }) => (
        <Button key={other.id} icon="plus" disabled={circle} className="justify-start text-left" onClick={() => add(other)}>
          {circle ? t("circle", { title: other.title }) : other.title}
        </Button>
      ))}
    </div>
  );
}

import { useCallback, useState } from "react";
import { Button, Empty, fetched, Skeleton } from "../../../design";
import { FilterBar } from "../filters/FilterBar";
import type { OpenTasks } from "../open-tasks";
import type { Place } from "../place";
import type { Asked } from "../row/acts";
import { BulkBar } from "../select/BulkBar";
import { useSelection } from "../select/useSelection";
import { byOf, useShown } from "../shown";
import type { Task } from "../task";
import { t } from "../texts";
import type { ChangePlace } from "../usePlace";
import { Groups } from "./Groups";
import { ListOptions } from "./ListOptions";

const Asking = fetched(() => import("../asking/Asking"));

const SETTLED = 50;

interface Props {
  place: Place;
  change: ChangePlace;
  all: OpenTasks | undefined;
  onOpen: ((id: string) => void) | undefined;
}

interface Question {
  task: Task;
  about: Exclude<Asked, null>;
}

/** The tasks of a place, what is selected of them, and what has to be asked about one of them. */
export function TasksView({ place, change, all, onOpen }: Props) {
  const [limit, setLimit] = useState(SETTLED);
  const [question, setQuestion] = useState<Question | null>(null);
  const shown = useShown(place, all, limit);
  const by = byOf(place);
  const tasks = shown?.groups.flatMap((group) => group.tasks) ?? [];
  const selection = useSelection(tasks.map(({ id }) => id));
  const ask = useCallback((task: Task, about: Question["about"]) => setQuestion({ task, about }), []);
  return (
    <>
      <FilterBar place={place} change={change} all={all}>
        <ListOptions place={place} change={change} by={by} selection={selection} />
      </FilterBar>
      {selection.selecting && <BulkBar tasks={tasks} all={all} selection={selection} />}
      {!shown && <Skeleton lines={8} />}
      {shown && tasks.length === 0 && by !== "status" && <NoTasks place={place} change={change} />}
      {shown && (
        <Groups
          shown={shown}
          by={by}
          all={all}
          byHand={by !== "day" && place.sort === "manual"}
          selection={selection}
          onOpen={onOpen}
          ask={ask}
          readMore={() => setLimit(limit + SETTLED)}
        />
      )}
      {question && (
        <Asking {...question} onClose={() => setQuestion(null)} />
      )}
    </>
  );
}

function NoTasks({ place, change }: Pick<Props, "place" | "change">) {
  const filtered = Object.keys(place.filter).length > 0;
  if (!filtered) return <Empty icon="list-todo" title={t("emptyTitle")} text={t("emptyText")} />;
  return (
    <Empty
      icon="filter"
      title={t("noneTitle")}
      text={t("noneText")}
      action={<Button onClick={() => change({ filter: {} })}>{t("showAll")}</Button>}
    />
  );
}

import { useState } from "react";
import { Button, fetched, IconButton, Menu } from "../../../design";
import type { OpenTasks } from "../open-tasks";
import type { Task } from "../task";
import { isOpen } from "../task";
import { hanging } from "./hanging";
import { type BulkActs, type BulkAsked, useBulk } from "./useBulk";
import type { Selection } from "./useSelection";
import { t } from "./texts";

const BulkAsking = fetched(() => import("./BulkAsking"));

interface Props {
  tasks: Task[];
  all: OpenTasks | undefined;
  selection: Selection;
}

/** What can be done with all selected tasks: each act is one, and is undone as one. */
export function BulkBar({ tasks, all, selection }: Props) {
  const [asked, setAsked] = useState<BulkAsked | null>(null);
  const chosen = tasks.filter(({ id }) => selection.ids.has(id));
  const bulk = useBulk(chosen, selection.clear);
  return (
    <section
      aria-label={t("bar")}
      className="rounded-panel border-line bg-raised shadow-high sticky top-2 z-20 flex flex-wrap items-center gap-2 border px-3 py-2"
    >
      <p aria-live="polite" className="mr-auto text-sm font-medium">
        {t("selected", { count: chosen.length })}
      </p>
      <Button variant="quiet" onClick={selection.chooseAll}>
        {t("all")}
      </Button>
      {chosen.length > 0 && <BulkButtons chosen={chosen} all={all} bulk={bulk} ask={setAsked} />}
      <IconButton icon="x" label={t("clear")} onClick={selection.clear} />
      {asked && (
        <BulkAsking about={asked} chosen={chosen} all={all} bulk={bulk} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}

interface ButtonsProps {
  chosen: Task[];
  all: OpenTasks | undefined;
  bulk: BulkActs;
  ask: (about: BulkAsked) => void;
}

function BulkButtons({ chosen, all, bulk, ask }: ButtonsProps) {
  const { waiting, withParts } = hanging(chosen, all);
  const complete = () => (waiting.length || withParts.length ? ask("complete") : bulk.complete({}));
  return (
    <>
      <Button variant="primary" icon="check" disabled={!chosen.some(isOpen)} onClick={complete}>
        {t("done")}
      </Button>
      <Button icon="calendar" onClick={() => ask("date")}>
        {t("date")}
      </Button>
      <Menu
        label={t("more")}
        items={[
          { label: t("priority"), icon: "flag", onSelect: () => ask("priority") },
          { label: t("project"), icon: "folder", onSelect: () => ask("project") },
          { label: t("tags"), icon: "tag", onSelect: () => ask("tags") },
          { label: t("remove"), icon: "trash-2", danger: true, onSelect: bulk.remove },
        ]}
      />
    </>
  );
}

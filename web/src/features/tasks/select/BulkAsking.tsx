import { useState } from "react";
import { Button, Checkbox, Dialog } from "../../../design";
import { DateDialog } from "../asking/DateDialog";
import { PriorityDialog } from "../asking/PriorityDialog";
import { ProjectDialog } from "../asking/ProjectDialog";
import type { OpenTasks } from "../open-tasks";
import type { Task } from "../task";
import type { Schedule } from "../times";
import { hanging } from "./hanging";
import { TagsDialog } from "./TagsDialog";
import { t } from "./texts";
import type { BulkActs, BulkAsked } from "./useBulk";

interface Props {
  about: BulkAsked;
  chosen: Task[];
  all: OpenTasks | undefined;
  bulk: BulkActs;
  onClose: () => void;
}

/** What has to be known before an act on several tasks. */
export default function BulkAsking({ about, ...props }: Props) {
  const { chosen, bulk, onClose } = props;
  const title = t("selected", { count: chosen.length });
  switch (about) {
    case "date":
      return <DateDialog title={title} onPick={(when) => bulk.change(dayFields(when))} onClose={onClose} />;
    case "priority":
      return <PriorityDialog title={title} onPick={(priority) => bulk.change({ priority })} onClose={onClose} />;
    case "project":
      return <ProjectDialog title={title} onPick={(project_id) => bulk.change({ project_id })} onClose={onClose} />;
    case "tags":
      return <TagsDialog chosen={chosen} onRetag={bulk.retag} onClose={onClose} />;
    case "complete":
      return <CompleteDialog {...props} />;
  }
}

/** Where no clock time is given, each task keeps its own. */
function dayFields(when: Schedule): Partial<Schedule> {
  return when.due_at ? when : { due: when.due };
}

function CompleteDialog({ chosen, all, bulk, onClose }: Omit<Props, "about">) {
  const { waiting, withParts } = hanging(chosen, all);
  const [parts, setParts] = useState(withParts.length > 0);
  const complete = () => {
    onClose();
    bulk.complete({ force: waiting.length > 0, with_subtasks: parts });
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("notYet")}</Button>
      <Button variant="primary" onClick={complete}>
        {t("completeAll")}
      </Button>
    </>
  );
  return (
    <Dialog open title={t("askTitle")} onClose={onClose} actions={actions}>
      {waiting.length > 0 && <p>{t("waiting", { count: waiting.length })}</p>}
      {withParts.length > 0 && (
        <>
          <p>{t("parts", { count: withParts.length })}</p>
          <Checkbox label={t("withParts")} checked={parts} onChange={setParts} />
        </>
      )}
    </Dialog>
  );
}

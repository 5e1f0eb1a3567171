import { TextField } from "../../../design";
import type { Task } from "../task";
import { clockTime, momentAt, scheduled } from "../times";
import { currentZone } from "../../../i18n/days";
import { EditedField } from "./EditedText";
import { RepeatField } from "./RepeatField";
import { t } from "./texts";
import type { Edit } from "./useEdit";

interface Props {
  task: Task;
  edit: Edit;
}

/** When it is due and begins, how long it takes, and when it comes again. */
export function PlanFields({ task, edit }: Props) {
  const dueTime = clockTime(task.due_at);
  const startTime = clockTime(task.start_at);
  const setDue = (day: string, time: string) => edit(scheduled(day || null, time), t("due"));
  const setStart = (day: string, time: string) =>
    edit({ start: day || null, start_at: day ? momentAt(day, time) : null, timezone: currentZone() }, t("start"));
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-3">
      <TextField type="date" label={t("due")} value={task.due ?? ""} onChange={(event) => setDue(event.target.value, dueTime)} />
      <TextField type="time" label={t("dueTime")} value={dueTime} disabled={!task.due} onChange={(event) => setDue(task.due ?? "", event.target.value)} />
      <TextField type="date" label={t("start")} value={task.start ?? ""} onChange={(event) => setStart(event.target.value, startTime)} />
      <TextField type="time" label={t("startTime")} value={startTime} disabled={!task.start} onChange={(event) => setStart(task.start ?? "", event.target.value)} />
      <EditedField
        type="number"
        min={1}
        max={525_600}
        label={t("duration")}
        value={String(task.duration_minutes ?? "")}
        onCommit={(value) => edit({ duration_minutes: minutesOf(value) }, t("duration"))}
      />
      <RepeatField task={task} edit={edit} />
    </div>
  );
}

function minutesOf(value: string): number | null {
  const minutes = Math.round(Number(value));
  return minutes >= 1 ? Math.min(minutes, 525_600) : null;
}

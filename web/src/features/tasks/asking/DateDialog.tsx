import { type FormEvent, useId, useState } from "react";
import { Button, Dialog, TextField } from "../../../design";
import { formatDay } from "../../../i18n/dates";
import type { Day } from "../../../i18n/days";
import { useToday } from "../../../i18n/today";
import type { Task } from "../task";
import { clockTime, DAY_CHOICES, type DayChoice, onDay, type Schedule, scheduled } from "../times";
import { t } from "./texts";

interface Props {
  title: string;
  /** What it is now; nothing where several are dated at once. */
  task?: Dated | undefined;
  onPick: (when: Schedule) => void;
  onClose: () => void;
}

type Dated = Pick<Task, "due" | "due_at">;

const UNDATED: Dated = { due: null, due_at: null };
const CHOICES: DayChoice[] = ["today", "tomorrow", "weekend", "nextWeek"];

export function DateDialog({ title, task = UNDATED, onPick, onClose }: Props) {
  const today = useToday();
  const form = useId();
  const [day, setDay] = useState<Day>(task.due ?? "");
  const [time, setTime] = useState(clockTime(task.due_at));
  const pick = (when: Schedule) => {
    onClose();
    onPick(when);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    pick(scheduled(day || (time ? today : null), time));
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <Button variant="primary" type="submit" form={form}>
          {t("set")}
        </Button>
      }
    >
      <div className="flex flex-wrap gap-2">
        {CHOICES.map((choice) => (
          <Button key={choice} title={formatDay(DAY_CHOICES[choice](today))} onClick={() => pick(onDay(task, DAY_CHOICES[choice](today)))}>
            {t(choice)}
          </Button>
        ))}
        <Button variant="quiet" onClick={() => pick(scheduled(null, ""))}>
          {t("noDate")}
        </Button>
      </div>
      <form id={form} onSubmit={submit} className="grid grid-cols-2 gap-3">
        <TextField label={t("day")} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        <TextField label={t("time")} type="time" value={time} onChange={(event) => setTime(event.target.value)} />
      </form>
    </Dialog>
  );
}

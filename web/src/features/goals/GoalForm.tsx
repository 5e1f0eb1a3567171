import { useState } from "react";
import { FormDialog, TextArea, TextField } from "../../design";
import { newId } from "../../device/ids";
import { useAct } from "../../life/hooks";
import { AreasField } from "./Areas";
import type { Goal } from "./goal";
import { type DraftMetric, draftOf, metricOf, MetricsField } from "./MetricsField";
import { numberOf, textOf } from "./fields";
import { t } from "./texts";

interface Props {
  /** The goal that is edited; a new one where absent. */
  goal?: Goal;
  title?: string;
  onClose: () => void;
  onMade?: (id: string) => void;
}

export function GoalForm({ goal, title = "", onClose, onMade }: Props) {
  const act = useAct();
  const [draft, setDraft] = useState(() => draftFrom(goal, title));
  const change = (fields: Partial<GoalDraft>) => setDraft({ ...draft, ...fields });
  const save = async () => {
    const fields = fieldsOf(draft);
    const id = goal?.id ?? newId();
    onClose();
    if (goal) return void act("goals.update", { id, ...fields }, t("saved", { title: fields.title }));
    await act("goals.create", { id, ...fields, status: "active" }, t("made", { title: fields.title }));
    onMade?.(id);
  };
  return (
    <FormDialog title={t(goal ? "editGoal" : "new.goals")} submit={t(goal ? "save" : "make")} onSubmit={() => void save()} onClose={onClose}>
      <TextField label={t("title")} hint={t("titleHint")} required maxLength={500} value={draft.title} onChange={(event) => change({ title: event.target.value })} />
      <TextArea label={t("vision")} hint={t("visionHint")} rows={2} value={draft.vision} onChange={(event) => change({ vision: event.target.value })} />
      <AreasField areas={draft.life_areas} onChange={(life_areas) => change({ life_areas })} />
      <div className="grid grid-cols-2 gap-3">
        <TextField label={t("targetDate")} type="date" value={draft.target_date} onChange={(event) => change({ target_date: event.target.value })} />
        <TextField
          label={t("minutesPerWeek")}
          type="number"
          min={1}
          max={10_080}
          value={draft.minutes_per_week}
          onChange={(event) => change({ minutes_per_week: event.target.value })}
        />
      </div>
      <MetricsField metrics={draft.metrics} onChange={(metrics) => change({ metrics })} />
    </FormDialog>
  );
}

/** A goal as it stands in the form. */
interface GoalDraft {
  title: string;
  vision: string;
  life_areas: Goal["life_areas"];
  target_date: string;
  minutes_per_week: string;
  metrics: DraftMetric[];
}

function draftFrom(goal: Goal | undefined, title: string): GoalDraft {
  return {
    title: goal?.title ?? title,
    vision: goal?.vision ?? "",
    life_areas: goal?.life_areas ?? [],
    target_date: textOf(goal?.target_date),
    minutes_per_week: textOf(goal?.minutes_per_week),
    metrics: goal?.success_metrics.map(draftOf) ?? [],
  };
}

function fieldsOf({ title, vision, life_areas, target_date, minutes_per_week, metrics }: GoalDraft) {
  return {
    title: title.trim(),
    vision,
    life_areas,
    target_date: target_date || null,
    minutes_per_week: numberOf(minutes_per_week),
    success_metrics: metrics.map(metricOf),
  };
}

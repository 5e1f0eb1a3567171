import { useState } from "react";
import { FormDialog, Select, TextArea, TextField } from "../../../design";
import { newId } from "../../../device/ids";
import { useAct, useRecords } from "../../../life/hooks";
import { numberOf, textOf } from "../fields";
import type { Habit } from "./habit";
import { RhythmField } from "./RhythmField";
import { t } from "./texts";

interface Props {
  /** The habit that is edited; a new one where absent. */
  habit?: Habit | undefined;
  /** The goal that a new one belongs to. */
  goalId?: string | undefined;
  onClose: () => void;
}

const NONE = "none";

export function HabitForm({ habit, goalId, onClose }: Props) {
  const act = useAct();
  const [draft, setDraft] = useState(() => draftFrom(habit, goalId));
  const change = (fields: Partial<HabitDraft>) => setDraft({ ...draft, ...fields });
  const save = () => {
    onClose();
    const fields = fieldsOf(draft);
    if (habit) return void act("habits.update", { id: habit.id, ...fields }, t("saved", { title: fields.title }));
    void act("habits.create", { id: newId(), ...fields }, t("made", { title: fields.title }));
  };
  return (
    <FormDialog title={t(habit ? "editHabit" : "newHabit")} submit={t(habit ? "save" : "add")} onSubmit={save} onClose={onClose}>
      <TextField label={t("title")} required maxLength={500} value={draft.title} onChange={(event) => change({ title: event.target.value })} />
      <RhythmField rrule={draft.rrule} onChange={(rrule) => change({ rrule })} />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <TextField label={t("minutes")} type="number" min={1} max={525_600} value={draft.minutes} onChange={(event) => change({ minutes: event.target.value })} />
        <TextField label={t("from")} type="date" value={draft.starts} onChange={(event) => change({ starts: event.target.value })} />
        <TextField label={t("to")} type="date" min={draft.starts} value={draft.until} onChange={(event) => change({ until: event.target.value })} />
      </div>
      <GoalChoice value={draft.goal} onChange={(goal) => change({ goal })} />
      <TextArea label={t("why")} rows={2} value={draft.why} onChange={(event) => change({ why: event.target.value })} />
    </FormDialog>
  );
}

/** The goals that go on, and the one it belongs to already. */
function GoalChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const goals = useRecords({ kind: "goal", where: ({ id, status }) => id === value || status === "active" || status === "draft" }, [value]) ?? [];
  const options = [{ value: NONE, label: t("noGoal") }, ...goals.map(({ id, title }) => ({ value: id, label: title }))];
  return <Select label={t("goal")} options={options} value={value} onChange={onChange} />;
}

/** A habit as it stands in the form. */
type HabitDraft = Record<"title" | "why" | "rrule" | "minutes" | "starts" | "until" | "goal", string>;

function draftFrom(habit: Habit | undefined, goalId = NONE): HabitDraft {
  if (!habit) return { title: "", why: "", rrule: "FREQ=DAILY", minutes: "", starts: "", until: "", goal: goalId };
  const { title, why, rrule, duration_minutes, starts, until, goal_id } = habit;
  return { title, why, rrule, minutes: textOf(duration_minutes), starts: textOf(starts), until: textOf(until), goal: goal_id ?? NONE };
}

function fieldsOf({ title, why, rrule, minutes, starts, until, goal }: HabitDraft) {
  return {
    title: title.trim(),
    why,
    rrule,
    duration_minutes: numberOf(minutes),
    starts: starts || null,
    until: until || null,
    goal_id: goal === NONE ? null : goal,
  };
}

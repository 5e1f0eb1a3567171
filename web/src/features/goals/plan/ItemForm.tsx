import { useState } from "react";
import { Button, FormDialog, Select, TextArea, TextField } from "../../../design";
import { newId } from "../../../device/ids";
import { numberOf, textOf } from "../fields";
import { RhythmField } from "../habits/RhythmField";
import { type Chosen, type Items, type Part, type Plan, type PlanHabit, type PlanMilestone, type PlanTask, withItem } from "./edit";
import { t } from "./texts";

interface Props {
  plan: Plan;
  chosen: Chosen;
  onSave: (plan: Plan) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** Everything that an item of a plan may have, as it stands in the form. */
interface Draft {
  title: string;
  due: string;
  minutes: string;
  notes: string;
  milestone: string;
  rrule: string;
  starts: string;
  until: string;
}

type Change = (fields: Partial<Draft>) => void;

const NONE = "none";

/** Edits or adds one item of a plan. */
export function ItemForm({ plan, chosen, onSave, onRemove, onClose }: Props) {
  const { part, place } = chosen;
  const isNew = place >= plan[part].length;
  const [draft, setDraft] = useState(() => draftOf(plan, chosen));
  const change: Change = (fields) => setDraft({ ...draft, ...fields });
  const submit = () => {
    onClose();
    onSave(saved(plan, chosen, draft));
  };
  const remove = () => {
    onClose();
    onRemove();
  };
  const takeOut = isNew ? undefined : (
    <Button icon="trash-2" onClick={remove}>
      {t("takeOut")}
    </Button>
  );
  return (
    <FormDialog title={t(`${isNew ? "new" : "edit"}.${part}`)} submit={t("keep")} onSubmit={submit} onClose={onClose} other={takeOut}>
      <TextField label={t("title")} required maxLength={500} value={draft.title} onChange={(event) => change({ title: event.target.value })} />
      {part === "habits" ? <HabitFields draft={draft} change={change} /> : <DueFields draft={draft} change={change} hasMinutes={part === "tasks"} />}
      {part === "tasks" && <MilestoneChoice plan={plan} draft={draft} change={change} />}
      <TextArea label={t(part === "tasks" ? "taskNotes" : "why")} value={draft.notes} onChange={(event) => change({ notes: event.target.value })} />
    </FormDialog>
  );
}

interface FieldsProps {
  draft: Draft;
  change: Change;
}

function Minutes({ draft, change }: FieldsProps) {
  return <TextField label={t("duration")} type="number" min={1} max={525_600} value={draft.minutes} onChange={(event) => change({ minutes: event.target.value })} />;
}

function DueFields({ draft, change, hasMinutes }: FieldsProps & { hasMinutes: boolean }) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <TextField label={t("due")} type="date" value={draft.due} onChange={(event) => change({ due: event.target.value })} />
      {hasMinutes && <Minutes draft={draft} change={change} />}
    </div>
  );
}

function HabitFields({ draft, change }: FieldsProps) {
  return (
    <>
      <RhythmField rrule={draft.rrule} onChange={(rrule) => change({ rrule })} />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Minutes draft={draft} change={change} />
        <TextField label={t("from")} type="date" value={draft.starts} onChange={(event) => change({ starts: event.target.value })} />
        <TextField label={t("until")} type="date" min={draft.starts} value={draft.until} onChange={(event) => change({ until: event.target.value })} />
      </div>
    </>
  );
}

function MilestoneChoice({ plan, draft, change }: FieldsProps & { plan: Plan }) {
  const options = plan.milestones.map(({ title }, place) => ({ value: String(place), label: title }));
  return (
    <Select
      label={t("milestone")}
      value={draft.milestone}
      onChange={(milestone) => change({ milestone })}
      options={[{ value: NONE, label: t("free") }, ...options]}
    />
  );
}

function draftOf(plan: Plan, { part, place, milestone }: Chosen): Draft {
  const fresh = { milestone: milestone === null ? NONE : String(milestone), starts: textOf(plan.starts), until: textOf(plan.ends) };
  const empty = { title: "", due: "", minutes: "", notes: "", rrule: "FREQ=WEEKLY;BYDAY=MO", ...fresh };
  const item = plan[part][place];
  return item ? { ...empty, ...written(item) } : empty;
}

/** What an item brings into the form; the names of its fields differ by what it is. */
function written(item: Items[Part]): Partial<Draft> {
  const all: Partial<PlanMilestone & PlanTask & PlanHabit> = item;
  return {
    title: item.title,
    due: textOf(all.due),
    minutes: textOf(all.duration_minutes),
    notes: all.notes ?? all.why ?? "",
    ...(all.rrule && { rrule: all.rrule, starts: textOf(all.starts), until: textOf(all.until) }),
  };
}

/** The plan with what stands in the form; what the form does not show stays as it was. */
function saved(plan: Plan, { part, place }: Chosen, draft: Draft): Plan {
  const named = { key: plan[part][place]?.key ?? newId(), title: draft.title.trim() };
  const due = draft.due || null;
  const duration_minutes = numberOf(draft.minutes);
  switch (part) {
    case "milestones":
      return withItem(plan, part, place, { ...named, due, why: draft.notes });
    case "tasks": {
      const milestone = draft.milestone === NONE ? null : Number(draft.milestone);
      return withItem(plan, part, place, { ...plan.tasks[place], ...named, due, duration_minutes, milestone, notes: draft.notes });
    }
    case "habits": {
      const days = { starts: draft.starts || null, until: draft.until || null };
      return withItem(plan, part, place, { ...plan.habits[place], ...named, ...days, rrule: draft.rrule, duration_minutes, why: draft.notes });
    }
  }
}

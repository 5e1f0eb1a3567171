import { useState } from "react";
import { FormDialog, TextArea, TextField } from "../../design";
import { newId } from "../../device/ids";
import { useAct } from "../../life/hooks";
import { textOf } from "./fields";
import type { Goal, Milestone } from "./goal";
import { t } from "./texts";

interface Props {
  goal: Goal;
  /** The one that is edited; a new one where absent. */
  milestone: Milestone | undefined;
  /** Where a new one stands. */
  position: number;
  onClose: () => void;
}

export function MilestoneForm({ goal, milestone, position, onClose }: Props) {
  const act = useAct();
  const [title, setTitle] = useState(milestone?.title ?? "");
  const [due, setDue] = useState(textOf(milestone?.due));
  const [notes, setNotes] = useState(milestone?.notes ?? "");
  const save = () => {
    onClose();
    const fields = { title: title.trim(), due: due || null, notes };
    if (milestone) return void act("milestones.update", { id: milestone.id, ...fields }, t("saved", { title: fields.title }));
    void act("milestones.create", { id: newId(), goal_id: goal.id, position, ...fields }, t("made", { title: fields.title }));
  };
  return (
    <FormDialog title={t(milestone ? "editMilestone" : "newMilestone")} submit={t(milestone ? "save" : "make")} onSubmit={save} onClose={onClose}>
      <TextField label={t("title")} required maxLength={500} value={title} onChange={(event) => setTitle(event.target.value)} />
      <TextField label={t("due")} type="date" value={due} onChange={(event) => setDue(event.target.value)} />
      <TextArea label={t("notes")} value={notes} onChange={(event) => setNotes(event.target.value)} />
    </FormDialog>
  );
}

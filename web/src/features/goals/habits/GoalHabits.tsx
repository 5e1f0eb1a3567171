import { useState } from "react";
import { IconButton, List, Panel } from "../../../design";
import { useRecords } from "../../../life/hooks";
import type { Goal } from "../goal";
import type { Habit } from "./habit";
import { HabitForm } from "./HabitForm";
import { HabitRow } from "./HabitRow";
import { t } from "./texts";

/** The habits that belong to a goal. */
export function GoalHabits({ goal }: { goal: Goal }) {
  const habits = useRecords({ kind: "habit", ref: goal.id });
  const [edited, edit] = useState<Habit | "new">();
  return (
    <Panel title={t("title.many")} actions={<IconButton icon="plus" label={t("newHabit")} onClick={() => edit("new")} />}>
      {habits?.length === 0 ? (
        <p className="text-muted text-sm">{t("noneOfGoal")}</p>
      ) : (
        <List label={t("title.many")}>
          {habits?.map((habit) => (
            <HabitRow key={habit.id} habit={habit} hideGoal onEdit={() => edit(habit)} />
          ))}
        </List>
      )}
      {edited && <HabitForm habit={edited === "new" ? undefined : edited} goalId={goal.id} onClose={() => edit(undefined)} />}
    </Panel>
  );
}

import { useState } from "react";
import { useSearchParams } from "wouter";
import { Button, Empty, List, Panel, Skeleton } from "../../../design";
import { statusName } from "../../../i18n/words";
import { useRecords } from "../../../life/hooks";
import type { Habit, HabitStatus } from "./habit";
import { HabitForm } from "./HabitForm";
import { HabitRow } from "./HabitRow";
import { t } from "./texts";

const STATUSES: HabitStatus[] = ["active", "paused", "archived"];

/** All habits by where they stand; `?new` begins one. */
export default function Habits({ onNew }: { onNew: () => void }) {
  const habits = useRecords({ kind: "habit" });
  const [edited, edit] = useState<Habit>();
  const [asked, ask] = useSearchParams();
  if (!habits) return <Skeleton lines={6} />;
  const empty = (
    <Empty
      icon="repeat"
      title={t("none.title")}
      text={t("none.text")}
      action={
        <Button variant="primary" icon="plus" onClick={onNew}>
          {t("newHabit")}
        </Button>
      }
    />
  );
  return (
    <>
      {habits.length === 0 && empty}
      {STATUSES.map((status) => (
        <Group key={status} status={status} habits={habits.filter((habit) => habit.status === status)} onEdit={edit} />
      ))}
      {edited && <HabitForm habit={edited} onClose={() => edit(undefined)} />}
      {asked.has("new") && <HabitForm onClose={() => ask({ view: "habits" }, { replace: true })} />}
    </>
  );
}

function Group({ status, habits, onEdit }: { status: HabitStatus; habits: Habit[]; onEdit: (habit: Habit) => void }) {
  if (habits.length === 0) return null;
  return (
    <Panel title={statusName("habit", status)}>
      <List label={statusName("habit", status)}>
        {habits.map((habit) => (
          <HabitRow key={habit.id} habit={habit} onEdit={() => onEdit(habit)} />
        ))}
      </List>
    </Panel>
  );
}

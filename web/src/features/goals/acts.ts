import { notify } from "../../design";
import { useAct, useLife } from "../../life/hooks";
import type { Goal, GoalStatus, Milestone } from "./goal";
import { placedAt } from "./progress";
import { t } from "./texts";

/** What a person does with goals and milestones; each says so and can be undone. */
export function useGoalActs() {
  const act = useAct();
  const move = useMove();
  return {
    setStatus: ({ id, title }: Goal, status: GoalStatus) => act("goals.update", { id, status }, t(`became.${status}`, { title })),
    remove: ({ id, title }: Goal) => act("goals.delete", { id }, t("deleted", { title })),
    reach: ({ id, title }: Milestone, reached: boolean) =>
      reached
        ? act("milestones.complete", { id }, t("reached", { title }))
        : act("milestones.reopen", { id }, t("reopened", { title })),
    removeMilestone: ({ id, title }: Milestone) => act("milestones.delete", { id }, t("deleted", { title })),
    moveMilestone: move,
  };
}

/** Gives every milestone that changes its place a new position; told and undone as one. */
function useMove() {
  const { outbox } = useLife();
  return async (ordered: Milestone[], moved: Milestone, by: 1 | -1): Promise<void> => {
    const label = t("moved", { title: moved.title });
    const acts: string[] = [];
    for (const [position, { id, position: before }] of placedAt(ordered, moved, by).entries()) {
      if (position !== before) acts.push((await outbox.act("milestones.update", { id, position }, label)).id);
    }
    const undo = async () => {
      for (const id of acts.toReversed()) await outbox.undo(id, label);
    };
    notify({ text: label, action: { label: t("undo"), run: () => void undo() } });
  };
}

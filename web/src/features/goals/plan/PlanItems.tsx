import type { MouseEvent } from "react";
import { IconButton, Menu, Row } from "../../../design";
import { formatDay, formatMinutes } from "../../../i18n/dates";
import { formatRepeat } from "../../../i18n/repeats";
import { type Chosen, type Items, moved, neighbour, type Part, type Plan, tasksOf, without } from "./edit";
import { t } from "./texts";

interface Props {
  plan: Plan;
  part: Part;
  place: number;
  onEdit: (plan: Plan) => void;
  onChoose: (chosen: Chosen) => void;
}

/** A task or a habit of the plan. */
export function ItemRow(props: Props) {
  return (
    <Row trailing={<ItemTools {...props} />}>
      <ItemTitle {...props} />
    </Row>
  );
}

/** What an item is; a press on it edits it. */
export function ItemTitle({ plan, part, place, onChoose }: Props) {
  return (
    <button type="button" onClick={() => onChoose(chosen(plan, part, place))} className="group min-h-9 w-full rounded-sm text-left">
      <span className="group-hover:underline">{plan[part][place]?.title}</span>
      <span className="text-muted block text-sm font-normal first-letter:uppercase">{factsOf(plan, part, place)}</span>
    </button>
  );
}

export function ItemTools({ plan, part, place, onEdit, onChoose }: Props) {
  const title = plan[part][place]?.title ?? "";
  const tasks = part === "milestones" ? tasksOf(plan, place).length : 0;
  const move = (by: 1 | -1) => ({ disabled: neighbour(plan, part, place, by) === undefined, onSelect: () => onEdit(moved(plan, part, place, by)) });
  const remove = (event: MouseEvent<HTMLElement>) => {
    focusBeside(event.currentTarget);
    onEdit(without(plan, part, place));
  };
  return (
    <>
      <Menu
        label={t("more", { title })}
        items={[
          { label: t("edit"), icon: "pencil", onSelect: () => onChoose(chosen(plan, part, place)) },
          { label: t("up"), icon: "arrow-up", ...move(-1) },
          { label: t("down"), icon: "arrow-down", ...move(1) },
        ]}
      />
      <IconButton icon="x" label={t(tasks ? "removeMilestone" : "remove", { title, count: tasks })} onClick={remove} />
    </>
  );
}

/** Before an item goes, the focus goes to the one after it, else before it, else to what holds it. */
function focusBeside(button: HTMLElement): void {
  const item = button.closest("li") ?? button.closest("section");
  const beside = item?.nextElementSibling ?? item?.previousElementSibling ?? item?.closest("section");
  beside?.querySelector<HTMLElement>("button")?.focus();
}

function chosen(plan: Plan, part: Part, place: number): Chosen {
  return { part, place, milestone: part === "tasks" ? (plan.tasks[place]?.milestone ?? null) : null };
}

function factsOf(plan: Plan, part: Part, place: number): string {
  const item = plan[part][place];
  if (!item) return "";
  const { due, rrule, duration_minutes, phases }: Partial<Items["tasks"] & Items["habits"]> = item;
  const facts = [
    due && formatDay(due),
    rrule && formatRepeat(rrule),
    duration_minutes && formatMinutes(duration_minutes),
    phases?.length && t("phases", { count: phases.length }),
  ];
  return facts.filter(Boolean).join(" · ");
}

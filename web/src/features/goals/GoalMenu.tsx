import { Menu, type MenuItem } from "../../design";
import { useGoalActs } from "./acts";
import type { Goal, GoalStatus } from "./goal";
import { t } from "./texts";

/** Where a goal can go from where it stands. */
const WAYS: Record<GoalStatus, GoalStatus[]> = {
  draft: ["active", "archived"],
  active: ["completed", "draft", "archived"],
  completed: ["active", "archived"],
  archived: ["active"],
};

const ICONS = { draft: "pencil", active: "play", completed: "circle-check", archived: "archive" } as const;

interface Props {
  goal: Goal;
  onEdit: () => void;
  /** After it was deleted. */
  onGone?: () => void;
}

export function GoalMenu({ goal, onEdit, onGone }: Props) {
  const { setStatus, remove } = useGoalActs();
  const ways = WAYS[goal.status].map((status): MenuItem => ({
    label: t(`make.${status}`),
    icon: ICONS[status],
    onSelect: () => void setStatus(goal, status),
  }));
  const gone = () => void remove(goal).then(onGone);
  return (
    <Menu
      label={t("more", { title: goal.title })}
      items={[
        { label: t("edit"), icon: "pencil", onSelect: onEdit },
        ...ways,
        { label: t("delete"), icon: "trash-2", danger: true, onSelect: gone },
      ]}
    />
  );
}

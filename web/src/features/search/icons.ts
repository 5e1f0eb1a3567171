import type { IconName } from "../../design";
import type { SearchedKind } from "../../worker";

export const KIND_ICONS: Record<SearchedKind, IconName> = {
  thought: "message-circle",
  task: "list-todo",
  goal: "target",
  milestone: "flag",
  habit: "repeat",
  project: "folder",
  insight: "lightbulb",
  memory: "brain",
  source: "file-text",
};

import { useLocation } from "wouter";
import { Menu } from "../../design";
import { historyPath } from "../history";
import { useThoughtActs } from "./acts";
import { t } from "./texts";
import { nameOf, type Thought } from "./thought";

interface Props {
  thought: Thought;
  onAsk: (about: "text" | "correction") => void;
  /** After it was deleted. */
  onGone?: () => void;
}

export function ThoughtMenu({ thought, onAsk, onGone }: Props) {
  const [, go] = useLocation();
  const { setStatus, readAgain, remove } = useThoughtActs();
  const isOpen = thought.status === "open";
  return (
    <Menu
      label={t("acts", { name: nameOf(thought) })}
      items={[
        { label: t("edit"), icon: "pencil", onSelect: () => onAsk("text") },
        { label: t("correct"), icon: "sparkles", onSelect: () => onAsk("correction") },
        {
          label: t(isOpen ? "markDone" : "markOpen"),
          icon: isOpen ? "check" : "rotate-ccw",
          onSelect: () => void setStatus(thought, isOpen ? "done" : "open"),
        },
        {
          label: t("archive"),
          icon: "archive",
          disabled: thought.status === "archived",
          onSelect: () => void setStatus(thought, "archived"),
        },
        { label: t("readAgain"), icon: "refresh-cw", onSelect: () => void readAgain(thought) },
        { label: t("history"), icon: "history", onSelect: () => go(historyPath("thought", thought.id)) },
        { label: t("delete"), icon: "trash-2", danger: true, onSelect: () => void remove(thought).then(onGone) },
      ]}
    />
  );
}

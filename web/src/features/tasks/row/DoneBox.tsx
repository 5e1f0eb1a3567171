import type { KeyboardEvent } from "react";
import { Icon, type Tone } from "../../../design";
import { isOpen, type Task } from "../task";
import { t } from "./texts";

interface Props {
  task: Task;
  onToggle: () => void;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
}

const TONES: Record<number, Tone> = { 1: "danger", 2: "warning", 3: "accent" };

/** The round box that completes a task; its ring has a colour where the task is important. */
export function DoneBox({ task, onToggle, onKeyDown }: Props) {
  return (
    <label data-tone={TONES[task.priority ?? 0] ?? "plain"} className="-m-2 grid size-9 cursor-pointer place-items-center pointer-coarse:size-11">
      <span className="relative grid place-items-center">
        <input
          type="checkbox"
          aria-label={t(isOpen(task) ? "complete" : "reopen", { title: task.title })}
          checked={task.status === "done"}
          onChange={onToggle}
          onKeyDown={onKeyDown}
          className="peer checked:border-accent checked:bg-accent size-5 cursor-pointer appearance-none rounded-full border-2 border-(--tone) bg-(--tone-soft)"
        />
        <Icon name="check" className="text-on-accent pointer-events-none absolute size-3.5 opacity-0 peer-checked:opacity-100" />
      </span>
    </label>
  );
}

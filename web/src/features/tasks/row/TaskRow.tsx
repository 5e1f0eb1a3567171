import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Link } from "wouter";
import { fetched, Menu, type MenuItem, Row } from "../../../design";
import { addDays, today } from "../../../i18n/days";
import { useOpenTasks } from "../open-tasks";
import { isOpen, type Task } from "../task";
import { type Asked, questionBefore, useTaskActs } from "./acts";
import { DoneBox } from "./DoneBox";
import { type RowDoing, rowKeys } from "./keys";
import { Meta } from "./Meta";
import { t } from "./texts";
import { useKeptFocus } from "./useKeptFocus";

const Asking = fetched(() => import("../asking/Asking"));

interface Props {
  task: Task;
  /** Opens it beside the list; on its own page where absent. */
  onOpen?: ((id: string) => void) | undefined;
  /** Further acts of the list that it stands in. */
  items?: MenuItem[] | undefined;
  /** Before the box: a handle, a mark of selection. */
  leading?: ReactNode;
  /** Where the list says it already. */
  hideProject?: boolean | undefined;
  hideDue?: boolean | undefined;
  /** Why it stands in this list. */
  note?: string | undefined;
  /** Chosen by Shift and a press, with all since the one chosen before. */
  onSelect?: ((range: boolean) => void) | undefined;
  /** Keys of the list, tried before those of the row. */
  onKey?: ((event: KeyboardEvent) => void) | undefined;
  className?: string | undefined;
}

const NO_ITEMS: MenuItem[] = [];

/** A task in any list. Enter opens it; x, s, d, p, 1 to 5 and Delete act on it; each can be undone. */
export function TaskRow({ task, onOpen, items = NO_ITEMS, leading, hideProject, hideDue, note, onSelect, onKey, className }: Props) {
  const open = useOpenTasks();
  const [asked, setAsked] = useState<Asked>(null);
  const doing = useDoing(task, setAsked);
  const link = useRef<HTMLAnchorElement>(null);
  useKeptFocus(task.id, link);
  const press = (event: KeyboardEvent) => {
    onKey?.(event);
    if (!event.defaultPrevented) rowKeys(event, doing);
  };
  return (
    <Row
      className={className}
      leading={
        <>
          {leading}
          <DoneBox task={task} onToggle={doing.toggle} onKeyDown={press} />
        </>
      }
      trailing={<Menu label={t("more", { title: task.title })} items={[...menuOf(task, doing), ...items, removal(doing)]} />}
    >
      <Link
        ref={link}
        href={`/tasks/${task.id}`}
        data-task={task.id}
        onKeyDown={press}
        onClick={(event) => {
          const meant = event.shiftKey ? onSelect && (() => onSelect(true)) : onOpen && (() => onOpen(task.id));
          if (!meant || event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          meant();
        }}
        className={`rounded-sm hover:underline ${isOpen(task) ? "" : "text-muted line-through"}`}
      >
        {task.title}
      </Link>
      <Meta task={task} open={open} hideProject={hideProject} hideDue={hideDue} note={note} />
      {asked && (
        <Asking task={task} about={asked} onClose={() => setAsked(null)} />
      )}
    </Row>
  );
}

function useDoing(task: Task, ask: (about: Asked) => void): RowDoing {
  const open = useOpenTasks();
  const acts = useTaskActs();
  return {
    toggle: () => {
      if (!isOpen(task)) return acts.reopen(task);
      const question = questionBefore(task, open);
      return question ? ask(question) : acts.complete(task);
    },
    snooze: () => acts.snooze(task, addDays(today(), 1)),
    askDate: () => ask("date"),
    askPriority: () => ask("priority"),
    prioritise: (level) => acts.prioritise(task, level),
    remove: () => acts.remove(task),
  };
}

function menuOf(task: Task, doing: RowDoing): MenuItem[] {
  if (!isOpen(task)) return [{ label: t("markOpen"), icon: "rotate-ccw", onSelect: doing.toggle }];
  return [
    { label: t("markDone"), icon: "check", onSelect: doing.toggle },
    { label: t("tomorrow"), icon: "sunrise", onSelect: doing.snooze },
    { label: t("date"), icon: "calendar", onSelect: doing.askDate },
    { label: t("priority"), icon: "flag", onSelect: doing.askPriority },
  ];
}

function removal(doing: RowDoing): MenuItem {
  return { label: t("remove"), icon: "trash-2", danger: true, onSelect: doing.remove };
}

import { Link } from "wouter";
import { Button, Icon } from "../../../design";
import { useAct, useRecord } from "../../../life/hooks";
import type { Task } from "../task";
import { t } from "./texts";

/** What a task is a part of. */
export function Parent({ task: { id, title, parent_id } }: { task: Task }) {
  const act = useAct();
  const parent = useRecord("task", parent_id ?? "");
  if (!parent) return null;
  const leave = () => void act("tasks.move", { id, parent_id: null }, t("leftParent", { title }));
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm">
      <Icon name="list-tree" className="text-muted size-4" />
      <span className="text-muted">{t("partOf")}</span>
      <Link href={`/tasks/${parent.id}`} className="text-accent-ink hover:underline">
        {parent.title}
      </Link>
      <Button variant="quiet" onClick={leave}>
        {t("leaveParent")}
      </Button>
    </p>
  );
}

/** The thought or the occurrence that a task came from. */
export function Origin({ task: { thought_id, follows_id } }: { task: Task }) {
  return (
    <>
      {thought_id && <Way href={`/thoughts/${thought_id}`} text={t("fromThought")} />}
      {follows_id && <Way href={`/tasks/${follows_id}`} text={t("fromBefore")} />}
    </>
  );
}

function Way({ href, text }: { href: string; text: string }) {
  return (
    <Link href={href} className="text-accent-ink inline-flex min-h-9 items-center gap-1.5 text-sm font-medium hover:underline">
      <Icon name="corner-down-left" />
      {text}
    </Link>
  );
}

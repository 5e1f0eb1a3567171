import { Link } from "wouter";
import { Button, Icon, type IconName } from "../../design";
import { isKind } from "../../device/kinds";
import { useUndo } from "../../life/hooks";
import { pathOf } from "../history";
import type { ShownCard } from "./events";
import type { Card } from "./talk";
import { t } from "./texts";
import { useDeciding } from "./useDeciding";

type State = Card["state"];

const ICONS: Record<State, IconName> = {
  doing: "hourglass",
  waiting: "circle-help",
  done: "circle-check",
  refused: "x",
  failed: "triangle-alert",
  undone: "undo-2",
};
const TONES: Partial<Record<State, string>> = { waiting: "warning", failed: "danger", done: "good" };

/** Something the assistant did, with its undo, or would do if the person says so. */
export function ActCard({ card }: { card: Card | ShownCard }) {
  const { state, title, why } = card;
  const links = state === "done" ? linksOf(card.records) : [];
  const [only] = links;
  return (
    <section aria-label={title} data-tone={TONES[state] ?? "plain"} className="rounded-control border-line bg-surface flex flex-wrap items-center gap-x-3 gap-y-2 border px-3 py-2">
      <Icon name={ICONS[state]} className="size-5 shrink-0 text-(--tone)" />
      <div className="min-w-40 flex-1">
        <p className={state === "undone" || state === "refused" ? "text-muted line-through" : ""}>
          {only && links.length === 1 ? <Link href={only.path} className="rounded-sm hover:underline">{title}</Link> : title}
        </p>
        {why && <p className="text-muted text-sm">{why}</p>}
        {links.length > 1 && <Links links={links} />}
      </div>
      <Deciding card={card} />
    </section>
  );
}

interface To {
  id: string;
  title: string;
  path: string;
}

/** The records that an act touched and that are still there. */
function linksOf(records: Card["records"]): To[] {
  return records.flatMap(({ kind, id, title, op }) => (isKind(kind) && op !== "delete" && op !== "erase" ? [{ id, title, path: pathOf(kind, id, undefined) }] : []));
}

function Links({ links }: { links: To[] }) {
  return (
    <p className="flex flex-wrap gap-x-3 text-sm">
      {links.map(({ id, title, path }) => (
        <Link key={id} href={path} className="text-accent-ink inline-flex min-h-6 items-center hover:underline">
          {title}
        </Link>
      ))}
    </p>
  );
}

function Deciding({ card }: { card: Card | ShownCard }) {
  const { id, state, title, change_id } = card;
  const undone = "undone_by" in card ? card.undone_by : null;
  const undo = useUndo();
  const { confirm, refuse, isBusy } = useDeciding(id);
  if (state === "waiting") {
    return (
      <div className="flex gap-2">
        <Button onClick={refuse} disabled={isBusy}>{t("refuse")}</Button>
        <Button variant="primary" onClick={confirm} busy={isBusy}>{t("confirm")}</Button>
      </div>
    );
  }
  if (state === "done" && change_id) return <Button variant="quiet" icon="undo-2" onClick={() => void undo(change_id, title)}>{t("undo")}</Button>;
  if (state === "undone" && undone) return <Button variant="quiet" icon="redo-2" onClick={() => void undo(undone, title)}>{t("redo")}</Button>;
  return null;
}

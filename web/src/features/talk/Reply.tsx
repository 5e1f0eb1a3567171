import { useState } from "react";
import { CopyButton, fetched, IconButton } from "../../design";
import { useAct } from "../../life/hooks";
import { usePaths } from "../history";
import { ActCard } from "./ActCard";
import { Cited } from "./Cited";
import { Origin } from "./Origin";
import type { Card, Message } from "./talk";
import { t } from "./texts";
import { Words } from "./Words";

const Correcting = fetched(() => import("./Correcting"));

interface Props {
  reply: Message;
  cards: Card[];
  /** Of the last reply: asks for it once more. */
  onAgain: ((reply: string) => void) | undefined;
}

/** What the assistant said, what it did for it, and what it stands on. */
export function Reply({ reply, cards, onAgain }: Props) {
  const paths = usePaths(reply.citations);
  return (
    <article aria-label={t("reply")} className="flex flex-col gap-3">
      {reply.notice && <p className="text-muted text-sm">{reply.notice}</p>}
      <Words text={reply.text} sources={paths} />
      {cards.map((card) => (
        <ActCard key={card.id} card={card} />
      ))}
      <Cited citations={reply.citations} paths={paths} />
      {reply.state === "interrupted" && <p className="text-warning-ink text-sm">{t("interrupted")}</p>}
      {reply.state === "cancelled" && <p className="text-muted text-sm">{t("cancelled")}</p>}
      {reply.correction && <p className="border-line text-muted border-l-2 pl-3 text-sm">{t("corrected", { text: reply.correction })}</p>}
      <Verdict reply={reply} onAgain={onAgain} />
    </article>
  );
}

function Verdict({ reply, onAgain }: Omit<Props, "cards">) {
  const act = useAct();
  const [correcting, correct] = useState(false);
  const { id, rating } = reply;
  const rate = (verdict: "good" | "bad") => void act("messages.rate", { id, rating: rating === verdict ? null : verdict });
  return (
    <footer className="-ml-2 flex flex-wrap items-center">
      <IconButton icon="thumbs-up" label={t("good")} aria-pressed={rating === "good"} onClick={() => rate("good")} className="aria-pressed:text-accent-ink" />
      <IconButton icon="thumbs-down" label={t("bad")} aria-pressed={rating === "bad"} onClick={() => rate("bad")} className="aria-pressed:text-accent-ink" />
      <IconButton icon="pencil" label={t("correct")} onClick={() => correct(true)} />
      {onAgain && <IconButton icon="refresh-cw" label={t("again")} onClick={() => onAgain(id)} />}
      <CopyButton text={reply.text} />
      <Origin reply={reply} />
      {correcting && (
        <Correcting reply={reply} onClose={() => correct(false)} />
      )}
    </footer>
  );
}

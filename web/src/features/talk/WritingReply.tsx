import { Button, Spinner } from "../../design";
import { ActCard } from "./ActCard";
import { t } from "./texts";
import type { Turn } from "./turn";
import { Words } from "./Words";

/** A reply while it is written. */
export function WritingReply({ turn, onStop }: { turn: Turn; onStop: () => void }) {
  return (
    <article aria-label={t("reply")} aria-busy={!turn.isOver} className="flex flex-col gap-3">
      {turn.notice && <p className="text-muted text-sm">{turn.notice}</p>}
      {turn.text && <Words text={turn.text} />}
      {turn.cards.map((card) => (
        <ActCard key={card.id} card={card} />
      ))}
      {!turn.isOver && (
        <div className="flex items-center gap-3">
          <Spinner label={t("writing")} />
          {turn.reply && (
            <Button variant="quiet" icon="x" onClick={onStop}>
              {t("stop")}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

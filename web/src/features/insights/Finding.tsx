import { Link } from "wouter";
import { Badge, Button, IconButton, Panel } from "../../design";
import { formatMoment, formatPercent } from "../../i18n/dates";
import { named } from "../../i18n/words";
import { useAct, useRecord, useRecords } from "../../life/hooks";
import { shownShare, surenessOf } from "./confidence";
import { type Insight, pathOf, type Quote } from "./insight";
import { t } from "./texts";
import { useAdvice } from "./useAdvice";

/** Something that a check found: what, how sure, on which words it stands, and what could be done about it. */
export function Finding({ insight }: { insight: Insight }) {
  const act = useAct();
  const { id, title, sentence, pattern, status, confidence, evidence, advice } = insight;
  const isNew = status === "new";
  return (
    <Panel
      title={title}
      actions={<IconButton icon="x" label={t("dismiss", { title })} onClick={() => void act("insights.dismiss", { id }, t("dismissed", { title }))} />}
    >
      <div className="text-muted mb-2 flex flex-wrap items-center gap-2 text-sm">
        {isNew && <Badge tone="accent">{t("new")}</Badge>}
        <span>{t("found", { pattern: named("pattern", pattern), sureness: t(surenessOf(confidence)), share: formatPercent(shownShare(confidence)) })}</span>
      </div>
      <p className="text-pretty">{sentence}</p>
      {evidence.length > 0 && (
        <details className="mt-2">
          <summary className="text-accent-ink cursor-pointer rounded-sm py-1 text-sm font-medium">{t("evidence", { count: evidence.length })}</summary>
          <ul className="border-line mt-1 flex flex-col gap-2 border-l-2 pl-3">
            {evidence.map((quote) => (
              <Quoted key={`${quote.kind} ${quote.id} ${quote.start}`} quote={quote} />
            ))}
          </ul>
        </details>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {advice && (advice.act === "create_task" ? <TaskAdvice {...{ insight, advice }} /> : <Advice {...{ insight, advice }} />)}
        {isNew && (
          <Button variant="quiet" icon="check" onClick={() => void act("insights.see", { id }, t("seen", { title }))}>
            {t("see")}
          </Button>
        )}
      </div>
    </Panel>
  );
}

interface AdviceProps {
  insight: Insight;
  advice: NonNullable<Insight["advice"]>;
}

/** What could be done about it. */
function Advice({ insight, advice }: AdviceProps) {
  const follow = useAdvice();
  return <Button onClick={() => follow(insight)}>{t(advice.act, { text: advice.text })}</Button>;
}

/** A task that it could become, or the way to the one that it became. */
function TaskAdvice(props: AdviceProps) {
  const { text } = props.advice;
  const made = useRecords({ kind: "task", open: true, where: ({ title }) => title === text }, [text]);
  if (!made) return null;
  const [task] = made;
  if (!task) return <Advice {...props} />;
  return (
    <Link href={`/tasks/${task.id}`} className="text-accent-ink inline-flex min-h-9 items-center px-1 font-medium hover:underline">
      {t("toTask")}
    </Link>
  );
}

/** Words of the person, with the way to where they stand as long as that is there. */
function Quoted({ quote }: { quote: Quote }) {
  const record = useRecord(quote.kind, quote.id);
  const words = t("quote", { words: quote.quote });
  return (
    <li>
      {record ? (
        <Link href={pathOf(quote)} className="hover:underline">
          {words}
        </Link>
      ) : (
        words
      )}
      {record && <span className="text-muted block text-sm">{formatMoment("captured_at" in record ? record.captured_at : record.created_at)}</span>}
    </li>
  );
}

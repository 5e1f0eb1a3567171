import type { KeyboardEvent } from "react";
import { Link } from "wouter";
import { Button, IconButton, Row } from "../../design";
import { useRecord } from "../../life/hooks";
import { factsOf, quoted, type Suggestion, surenessText, useDeciding } from "./suggestion";
import { t } from "./texts";

interface Props {
  suggestion: Suggestion;
  beneath: boolean;
  onEdit: () => void;
}

/** One found task: what it would be, the words it stands on and how sure that is. Keys: a adds, e changes, x turns down. */
export function SuggestionRow({ suggestion, beneath, onEdit }: Props) {
  const { accept, dismiss } = useDeciding();
  const { title } = suggestion;
  const accepted = (from: Element) => leaving(from, () => accept(suggestion));
  const dismissed = (from: Element) => leaving(from, () => dismiss(suggestion));
  const doing: Record<string, (from: Element) => void> = { a: accepted, e: onEdit, x: dismissed };
  const press = (event: KeyboardEvent) => {
    const run = event.ctrlKey || event.metaKey || event.altKey ? undefined : doing[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run(event.currentTarget);
  };
  return (
    <Row>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-60">
          <p className="font-medium">{title}</p>
          <p className="text-muted flex flex-wrap gap-x-3 text-sm">
            {[...factsOf(suggestion), surenessText(suggestion)].map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
          {!beneath && <Source suggestion={suggestion} onKeyDown={press} />}
        </div>
        <div className="ml-auto flex items-center gap-1">
          <Button icon="check" data-accept="" aria-label={t("acceptOf", { title })} onKeyDown={press} onClick={(event) => accepted(event.currentTarget)}>
            {t("accept")}
          </Button>
          <IconButton icon="pencil" label={t("editOf", { title })} onKeyDown={press} onClick={onEdit} />
          <IconButton icon="x" label={t("dismissOf", { title })} onKeyDown={press} onClick={(event) => dismissed(event.currentTarget)} />
        </div>
      </div>
    </Row>
  );
}

interface SourceProps {
  suggestion: Suggestion;
  onKeyDown: (event: KeyboardEvent) => void;
}

function Source({ suggestion: { thought_id, span }, onKeyDown }: SourceProps) {
  const thought = useRecord("thought", thought_id);
  if (!thought) return null;
  const [before, found, after] = quoted(thought.content, span);
  return (
    <Link href={`/thoughts/${thought_id}`} onKeyDown={onKeyDown} className="text-muted mt-0.5 line-clamp-2 text-sm hover:underline">
      <span className="sr-only">{t("from")} </span>
      {before}
      <mark className="bg-accent-soft text-ink rounded-sm">{found}</mark>
      {after}
    </Link>
  );
}

/** The focus goes on to the row beside, to the thought above, or to what holds them all, so that the one that goes away does not take it along. */
function leaving(from: Element, act: () => void): void {
  const row = from.closest("li");
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  const above = row?.parentElement?.closest("li");
  const next = beside?.querySelector<HTMLElement>("[data-accept]") ?? above?.querySelector("a") ?? row?.closest<HTMLElement>("[tabindex]");
  next?.focus({ preventScroll: !beside });
  act();
}

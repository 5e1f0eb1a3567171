import { useState } from "react";
import { Button, List, Skeleton } from "../../design";
import { relativeDay } from "../../i18n/dates";
import { type Day, dayOf } from "../../i18n/days";
import { useRecords } from "../../life/hooks";
import { SuggestionList } from "../suggestions";
import { useAnalyses } from "./analyses";
import { type Filter, isShown } from "./filter";
import { grouped } from "./grouped";
import { NoThoughts } from "./NoThoughts";
import { t } from "./texts";
import type { Analysis, Suggestion, Thought } from "./thought";
import { ThoughtRow } from "./ThoughtRow";
import { useSeen } from "./useSeen";

const WINDOW = 40;
const NONE: Suggestion[] = [];

/** Thoughts newest first, under their days; more of them as the end comes into sight. */
export function Feed({ filter }: { filter: Filter }) {
  const [limit, setLimit] = useState(WINDOW);
  const key = JSON.stringify(filter);
  const thoughts = useRecords({ kind: "thought", limit: limit + 1, where: (thought) => isShown(thought, filter) }, [key]);
  const waiting = useRecords({ kind: "task_suggestion", open: true });
  const more = () => setLimit((shown) => shown + WINDOW);
  if (!thoughts) return <Skeleton lines={8} />;
  if (thoughts.length === 0) return <NoThoughts isFiltered={key !== "{}"} />;
  return (
    <>
      <Days thoughts={thoughts.slice(0, limit)} suggestions={waiting ?? NONE} />
      {thoughts.length > limit && <More onMore={more} count={thoughts.length} />}
      <p className="text-muted hidden text-sm pointer-fine:block">{t("keys")}</p>
    </>
  );
}

function More({ onMore, count }: { onMore: () => void; count: number }) {
  const seen = useSeen<HTMLDivElement>(onMore, count);
  return (
    <div ref={seen} className="flex justify-center">
      <Button onClick={onMore}>{t("more")}</Button>
    </div>
  );
}

function Days({ thoughts, suggestions }: { thoughts: Thought[]; suggestions: Suggestion[] }) {
  const analyses = useAnalyses(thoughts);
  const waiting = grouped(suggestions, (suggestion) => suggestion.thought_id);
  const days = [...grouped(thoughts, ({ captured_at }) => dayOf(captured_at))];
  return days.map(([day, those]) => <OneDay key={day} {...{ day, thoughts: those, analyses, waiting }} />);
}

interface DayProps {
  day: Day;
  thoughts: Thought[];
  analyses: ReadonlyMap<string, Analysis>;
  waiting: ReadonlyMap<string, Suggestion[]>;
}

function OneDay({ day, thoughts, analyses, waiting }: DayProps) {
  return (
    <section>
      <h2 className="text-muted mb-1.5 text-sm font-semibold">{relativeDay(day)}</h2>
      <div className="rounded-panel border-line bg-surface shadow-low border px-4 py-1">
        <List>
          {thoughts.map((thought) => {
            const found = waiting.get(thought.id);
            return (
              <ThoughtRow key={thought.id} thought={thought} analysis={analyses.get(thought.id)}>
                {found && <Found suggestions={found} />}
              </ThoughtRow>
            );
          })}
        </List>
      </div>
    </section>
  );
}

function Found({ suggestions }: { suggestions: Suggestion[] }) {
  return (
    <div className="bg-accent-soft rounded-control mt-2 px-3 py-1">
      <SuggestionList beneath suggestions={suggestions} />
    </div>
  );
}

import type { ReactNode } from "react";
import { Link } from "wouter";
import { Dot, Icon, type IconName } from "../../design";
import { formatTime } from "../../i18n/dates";
import { areaName, named, statusName } from "../../i18n/words";
import { addressOf, type Filter } from "./filter";
import { datesAndAmounts, valueText } from "./found";
import { t } from "./texts";
import type { Analysis, Mood, Thought, Type } from "./thought";

const TYPE_ICONS: Record<Type, IconName> = {
  task: "list-todo",
  idea: "lightbulb",
  journal: "book-open",
  question: "circle-help",
  note: "file-text",
  event: "calendar",
  money: "briefcase",
};

const MOOD_ICONS: Record<Mood, IconName> = { positive: "smile", neutral: "minus", negative: "cloud" };

/** What is known about a thought, at a glance; each part leads to all thoughts that share it. */
export function Traits({ thought, analysis }: { thought: Thought; analysis?: Analysis | undefined }) {
  const { captured_at, status, type, sentiment, life_areas, people, tags, analysis_state } = thought;
  return (
    <div className="text-muted mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm">
      <time dateTime={captured_at}>{formatTime(captured_at)}</time>
      {status !== "open" && <span className="font-medium">{statusName("thought", status)}</span>}
      {analysis_state === "pending" && <span>{t("reading")}</span>}
      {type && (
        <Trait filter={{ type }} icon={TYPE_ICONS[type]}>
          {named("type", type)}
        </Trait>
      )}
      {sentiment && sentiment !== "neutral" && (
        <Trait filter={{ mood: sentiment }} icon={MOOD_ICONS[sentiment]}>
          {named("sentiment", sentiment)}
        </Trait>
      )}
      {life_areas.map((area) => (
        <Trait key={area} filter={{ area }}>
          <Dot tone={area} />
          {areaName(area)}
        </Trait>
      ))}
      {people.map((person) => (
        <Trait key={person} filter={{ person }} icon="user">
          {person}
        </Trait>
      ))}
      {datesAndAmounts(analysis).map((found) => (
        <span key={`${found.what} ${found.span.join()}`} className="inline-flex items-center gap-1">
          {found.what === "date" && <Icon name="calendar-days" className="size-3.5" />}
          {valueText(found)}
        </span>
      ))}
      {tags.map((tag) => (
        <Trait key={tag} filter={{ tag }}>
          {t("tagIs", { tag })}
        </Trait>
      ))}
    </div>
  );
}

function Trait({ filter, icon, children }: { filter: Filter; icon?: IconName; children: ReactNode }) {
  return (
    <Link href={addressOf(filter)} className="hover:text-ink inline-flex min-h-6 items-center gap-1 rounded-sm hover:underline">
      {icon && <Icon name={icon} className="size-3.5" />}
      {children}
    </Link>
  );
}

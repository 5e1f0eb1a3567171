import { Link } from "wouter";
import { formatDay, formatPercent } from "../../i18n/dates";
import { dayOf } from "../../i18n/days";
import { usePaths } from "../history";
import type { Memory } from "./memory";
import { t } from "./texts";

type Evidence = Memory["evidence"][number];

const BUILT_IN = /^(rules|minilm)\b/;

/** Why something is remembered: the person's own words, where they stand, and how sure that is. */
export function Why({ memory, isOpen }: { memory: Memory; isOpen: boolean }) {
  const { by_person, confidence, evidence } = memory;
  const paths = usePaths(evidence);
  return (
    <details open={isOpen}>
      <summary className="text-accent-ink min-h-8 cursor-pointer py-1 text-sm">{t("why")}</summary>
      {by_person && <p className="text-sm">{t("byPerson")}</p>}
      <ul className="flex flex-col gap-2">
        {evidence.map((one, place) => (
          <li key={`${one.id}${one.quote}`} className="border-line border-l-2 pl-3 text-sm">
            <Quote evidence={one} path={paths[place]} />
          </li>
        ))}
      </ul>
      {evidence.length > 0 && !by_person && <p className="text-muted mt-1 text-sm">{t("sure", { share: formatPercent(confidence) })}</p>}
    </details>
  );
}

function Quote({ evidence: { quote, at, found_by }, path }: { evidence: Evidence; path: string | undefined }) {
  const words = t("quoted", { quote });
  return (
    <>
      {path ? (
        <Link href={path} className="rounded-sm hover:underline">
          {words}
        </Link>
      ) : (
        words
      )}
      <span className="text-muted block">{t("found", { day: formatDay(dayOf(at)), who: BUILT_IN.test(found_by) ? t("engine") : found_by })}</span>
    </>
  );
}

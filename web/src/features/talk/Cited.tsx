import { Link } from "wouter";
import { formatDay } from "../../i18n/dates";
import { dayOf } from "../../i18n/days";
import type { Citation } from "./talk";
import { t } from "./texts";

interface Props {
  citations: readonly Citation[];
  paths: readonly (string | undefined)[];
}

/** The person's own words that a reply stands on. */
export function Cited({ citations, paths }: Props) {
  if (citations.length === 0) return null;
  return (
    <details>
      <summary className="text-accent-ink min-h-9 cursor-pointer py-1.5 text-sm font-medium">{t("sources", { count: citations.length })}</summary>
      <ol className="flex list-decimal flex-col gap-2 pl-6">
        {citations.map((citation, place) => (
          <li key={`${citation.id}${citation.quote}`} className="text-sm">
            <Quote citation={citation} path={paths[place]} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Quote({ citation: { quote, at, said_by }, path }: { citation: Citation; path: string | undefined }) {
  const told = [at && formatDay(dayOf(at)), said_by].filter(Boolean).join(" · ");
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
      {told && <span className="text-muted block">{told}</span>}
    </>
  );
}

import { useLiveQuery } from "dexie-react-hooks";
import { Link } from "wouter";
import { isKind } from "../../device/kinds";
import { formatDay } from "../../i18n/dates";
import { dayOf } from "../../i18n/days";
import { useLife } from "../../life/hooks";
import { recordPath } from "../history";
import type { Citation } from "./talk";
import { t } from "./texts";

const NONE: (string | undefined)[] = [];

/** Where each record that a reply stands on is shown; undefined where this device has none such. */
export function usePaths(citations: readonly Citation[]): (string | undefined)[] {
  const { view } = useLife();
  const ids = citations.map(({ id }) => id).join();
  const pathOf = async ({ kind, id }: Citation) => {
    const record = isKind(kind) ? await view.record(kind, id) : undefined;
    return record && isKind(kind) ? recordPath(kind, record) : undefined;
  };
  return useLiveQuery(() => Promise.all(citations.map(pathOf)), [view, ids]) ?? NONE;
}

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

import { useState } from "react";
import { Button, Empty, List, Panel, Spinner } from "../../design";
import { useSearch } from "../../worker";
import { pathOf } from "../history";
import { ByMeaning } from "./ByMeaning";
import { FoundRow } from "./FoundRow";
import { t } from "./texts";
import { useLate } from "./useLate";
import type { Query } from "./useQuery";

const WINDOW = 30;
const TYPED = 350;

/** What the device finds at once by words, and beneath it what the server finds by meaning. */
export function Results({ query, onOpen }: { query: Query; onOpen: () => void }) {
  const { words, kind, since, until } = query;
  const key = JSON.stringify([words, kind, since, until]);
  const [grown, setGrown] = useState({ key, limit: WINDOW });
  const limit = grown.key === key ? grown.limit : WINDOW;
  const { hits, total, state, again } = useSearch(words, { kinds: kind && [kind], since, until, limit });
  const asked = useLate(words.trim(), TYPED);
  const known = new Set(hits.map(({ id }) => id));
  return (
    <>
      <output className="sr-only">{state === "there" && t("count", { count: total })}</output>
      {state === "reading" && <Spinner label={t("reading")} />}
      {state === "failed" && (
        <p className="text-danger-ink flex items-center gap-3">
          {t("failed")}
          <Button onClick={again}>{t("again")}</Button>
        </p>
      )}
      {state === "there" && hits.length === 0 && <Empty icon="search" title={t("noneTitle")} text={t("noneText")} />}
      {hits.length > 0 && (
        <Panel title={t("results")} actions={<span className="text-muted text-sm">{t("count", { count: total })}</span>}>
          <List label={t("results")}>
            {hits.map(({ kind: found, id, at, title, snippet, belongsTo }) => (
              <FoundRow key={id} kind={found} href={pathOf(found, id, belongsTo)} {...{ at, title, snippet, onOpen }} />
            ))}
          </List>
          {total > hits.length && (
            <Button variant="quiet" onClick={() => setGrown({ key, limit: limit + WINDOW })}>
              {t("more")}
            </Button>
          )}
        </Panel>
      )}
      {asked && <ByMeaning text={asked} {...{ kind, since, until, known, onOpen }} />}
    </>
  );
}

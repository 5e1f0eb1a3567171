import { List, Panel, Spinner } from "../../design";
import type { components } from "../../api/schema";
import { useServer } from "../../life/server";
import { isSearched, type SearchedKind } from "../../worker";
import { pathOf } from "../history";
import { FoundRow } from "./FoundRow";
import { t } from "./texts";

type Found = Omit<components["schemas"]["FoundRecord"], "highlights">;

interface Props {
  text: string;
  kind: SearchedKind | undefined;
  since: number | undefined;
  until: number | undefined;
  /** What the device has found already. */
  known: ReadonlySet<string>;
  onOpen: () => void;
}

const LIMIT = 10;

/** What the server finds near in meaning, beneath what the device has found by words. */
export function ByMeaning({ text, kind, since, until, known, onOpen }: Props) {
  const query = {
    q: text,
    mode: "meaning" as const,
    limit: LIMIT,
    ...(kind && { kinds: kind }),
    ...(since !== undefined && { since: new Date(since).toISOString() }),
    ...(until !== undefined && { until: new Date(until).toISOString() }),
  };
  const asked = useServer((api) => api.GET("/api/v1/search", { params: { query } }), [JSON.stringify(query)]);
  return (
    <Panel title={t("meaning")}>
      {asked.state === "loading" && <Spinner label={t("meaningLooking")} />}
      {asked.state === "offline" && <p className="text-muted">{t("meaningOffline")}</p>}
      {asked.state === "refused" && <p className="text-muted">{t("meaningProblem")}</p>}
      {asked.state === "there" && <Near found={asked.data.items.filter(({ id }) => !known.has(id))} onOpen={onOpen} />}
    </Panel>
  );
}

function Near({ found, onOpen }: { found: Found[]; onOpen: () => void }) {
  if (found.length === 0) return <p className="text-muted">{t("meaningNone")}</p>;
  return (
    <List label={t("meaning")}>
      {found.map(({ kind, id, at, title, snippet, record }) =>
        isSearched(kind) ? (
          <FoundRow
            key={id}
            kind={kind}
            at={Date.parse(at)}
            href={pathOf(kind, id, typeof record["goal_id"] === "string" ? record["goal_id"] : undefined)}
            title={{ text: title, marks: [] }}
            snippet={{ text: snippet, marks: [] }}
            onOpen={onOpen}
          />
        ) : null,
      )}
    </List>
  );
}

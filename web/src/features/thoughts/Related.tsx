import { List, Panel, Spinner } from "../../design";
import { useServer } from "../../life/server";
import { t } from "./texts";
import type { Thought } from "./thought";
import { ThoughtRow } from "./ThoughtRow";

const SHOWN = 5;

/** Thoughts nearest in meaning, as the server knows them. */
export function Related({ id }: { id: string }) {
  const path = { id };
  const asked = useServer((api) => api.GET("/api/v1/thoughts/{id}/related", { params: { path, query: { limit: SHOWN } } }), [id]);
  return (
    <Panel title={t("related")}>
      {asked.state === "loading" && <Spinner label={t("looking")} />}
      {asked.state === "offline" && <p className="text-muted">{t("relatedOffline")}</p>}
      {asked.state === "refused" && <p className="text-muted">{t("relatedProblem")}</p>}
      {asked.state === "there" && <Found thoughts={asked.data} />}
    </Panel>
  );
}

function Found({ thoughts }: { thoughts: Thought[] }) {
  if (thoughts.length === 0) return <p className="text-muted">{t("relatedNone")}</p>;
  return (
    <List>
      {thoughts.map((thought) => (
        <ThoughtRow key={thought.id} thought={thought} />
      ))}
    </List>
  );
}

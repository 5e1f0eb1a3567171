import { useState } from "react";
import { Link } from "wouter";
import type { components } from "../../api/schema";
import { Badge, Button, List, Page, Panel, Row } from "../../design";
import { isKind, type Kind } from "../../device/kinds";
import { formatMoment } from "../../i18n/dates";
import { kindName } from "../../i18n/words";
import { useServer } from "../../life/server";
import type { Act } from "../../sync/act";
import { actText } from "./act-text";
import { isTold, type ToldKind } from "./api";
import { actorOf, opOf, undoneIn, useActs } from "./changes";
import { historyPath } from "./path";
import { useRecordName } from "./RecordName";
import { Refusal } from "./Refusal";
import { refusalsIn } from "./refusals";
import { Standing } from "./Standing";
import { t } from "./texts";
import { UndoButton } from "./UndoButton";

type Summary = components["schemas"]["ChangeSummary"];

const FIRST = 30;
const MOST = 200;
const NAMED = 3;

/** The latest acts, whatever they were about, each to be undone. */
export default function ChangesScreen() {
  const [limit, setLimit] = useState(FIRST);
  const acts = useActs();
  const settled = acts?.filter(({ state }) => state === "settled").length;
  const asked = useServer((api) => api.GET("/api/v1/changes", { params: { query: { limit } } }), [limit, settled]);
  const items = asked.state === "there" ? asked.data.items : [];
  return (
    <Page title={t("recent")}>
      <Standing asked={asked} offline={t("recentOffline")} />
      {asked.state === "there" && items.length === 0 && <p className="text-muted">{t("none")}</p>}
      {items.length > 0 && <Changes items={items} acts={acts} />}
      {items.length === limit && limit < MOST && <Button onClick={() => setLimit(MOST)}>{t("more")}</Button>}
      {items.length === MOST && <p className="text-muted">{t("oldest")}</p>}
    </Page>
  );
}

function Changes({ items, acts }: { items: Summary[]; acts: ReturnType<typeof useActs> }) {
  const undone = undoneIn(items);
  const refusals = refusalsIn(acts);
  return (
    <Panel>
      <List>
        {items.map((item) => (
          <Row key={item.id} trailing={undone.has(item.id) ? <Badge>{t("undone")}</Badge> : <UndoButton {...item} />}>
            <One item={item} />
            <Refused act={refusals.get(item.id)} />
          </Row>
        ))}
      </List>
    </Panel>
  );
}

function Refused({ act }: { act: Act | undefined }) {
  return act ? <Refusal act={act} /> : null;
}

interface About<K extends Kind = Kind> {
  kind: K;
  id: string;
  op: string;
}

function One({ item: { at, act, actor_kind, undoes, records } }: { item: Summary }) {
  const about = records.flatMap(aboutOf);
  const named = about.filter((one): one is About<ToldKind> => isTold(one.kind)).slice(0, NAMED);
  const unnamed = named.length === 0 ? about.slice(0, 1) : [];
  const others = about.length - named.length - unnamed.length;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{actText({ act, actor: actorOf(actor_kind), op: opOf((named[0] ?? about[0])?.op ?? ""), undoes })}</span>
        <span className="text-muted text-sm whitespace-nowrap">{formatMoment(at)}</span>
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm">
        {named.map(({ kind, id }) => (
          <Named key={`${kind}/${id}`} kind={kind} id={id} />
        ))}
        {unnamed.map(({ kind, id }) => (
          <span key={id}>{kindName(kind)}</span>
        ))}
        {others > 0 && <span className="text-muted">{t("others", { count: others })}</span>}
      </p>
    </>
  );
}

function Named({ kind, id }: { kind: ToldKind; id: string }) {
  const name = useRecordName(kind, id) ?? kindName(kind);
  return (
    <Link href={historyPath(kind, id)} className="text-accent-ink inline-block min-h-6 max-w-full truncate hover:underline">
      {name}
    </Link>
  );
}

function aboutOf(record: Summary["records"][number]): About[] {
  const { kind, id, op } = record;
  return typeof kind === "string" && isKind(kind) && kind !== "analysis" ? [{ kind, id: String(id), op: String(op) }] : [];
}

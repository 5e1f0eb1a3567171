import { Link, useParams } from "wouter";
import { Empty, Page, Panel } from "../../design";
import type { Kind } from "../../device/kinds";
import { kindName } from "../../i18n/words";
import { useRecord } from "../../life/hooks";
import { useServer } from "../../life/server";
import { askHistory, type HistoryEntry, isTold, type ToldKind } from "./api";
import { ChangeItem } from "./ChangeItem";
import { changesOf, undoneIn, useActs } from "./changes";
import { recordPath } from "./path";
import { useRecordName } from "./RecordName";
import { refusalsIn } from "./refusals";
import { Standing } from "./Standing";
import { t } from "./texts";

/** Every change of one record, from the server and from what waits here. */
export default function HistoryScreen() {
  const { kind = "", id = "" } = useParams();
  if (isTold(kind)) return <History key={`${kind}/${id}`} kind={kind} id={id} />;
  return (
    <Page title={t("title")}>
      <Empty icon="history" title={t("noneTitle")} text={t("noneText")} />
    </Page>
  );
}

function History({ kind, id }: { kind: ToldKind; id: string }) {
  const record = useRecord(kind, id);
  const name = useRecordName(kind, id) ?? kindName(kind);
  const asked = useServer<{ items: HistoryEntry[] }>((api) => askHistory(api, kind, id), [kind, id, record?.version]);
  return (
    <Page title={t("title")}>
      <p className="-mt-3">
        {record ? (
          <Link href={recordPath(kind, record)} className="text-accent-ink font-medium hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
      </p>
      <Standing asked={asked} offline={t("offline")} />
      <Panel>
        <Changes kind={kind} id={id} entries={asked.state === "there" ? asked.data.items : []} isAsking={asked.state === "loading"} />
      </Panel>
    </Page>
  );
}

interface ChangesProps {
  kind: Kind;
  id: string;
  entries: HistoryEntry[];
  isAsking: boolean;
}

function Changes({ kind, id, entries, isAsking }: ChangesProps) {
  const acts = useActs();
  const changes = changesOf(entries, acts ?? [], kind, id);
  const undone = undoneIn(changes);
  if (changes.length === 0) return isAsking ? null : <p className="text-muted">{t("none")}</p>;
  const refusals = refusalsIn(acts);
  return (
    <ol className="divide-line -my-3 divide-y">
      {changes.map((change) => (
        <ChangeItem
          key={change.id}
          change={change}
          kind={kind}
          isUndone={undone.has(change.id)}
          refusal={refusals.get(change.id)}
        />
      ))}
    </ol>
  );
}

import { useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import { Button, Empty, Page, Panel, Skeleton } from "../../design";
import { Answered } from "../../life/Answered";
import { useRecord } from "../../life/hooks";
import { useServer } from "../../life/server";
import { HistoryLink } from "../history";
import { beneath, type Source } from "./source";
import { SourceMenu } from "./SourceMenu";
import { factsOf } from "./SourceRow";
import { t } from "./texts";

const PAGE = 10;

/** One source, and what it says. */
export default function SourceScreen() {
  const { id = "" } = useParams();
  const [, go] = useLocation();
  const source = useRecord("source", id);
  if (source === undefined) return <Page title={t("one")}><Skeleton lines={6} /></Page>;
  if (!source) return <Page title={t("one")}><Empty icon="book-open" title={t("goneTitle")} text={t("goneText")} action={<Back />} /></Page>;
  return (
    <Page title={source.title} actions={<SourceMenu source={source} onGone={() => go("/sources")} />}>
      <p className="text-muted break-words">{factsOf(source)}</p>
      {source.provenance === "outside" && <p className="text-muted text-sm">{t("outside")}</p>}
      <Parts source={source} />
      <div className="flex flex-wrap gap-x-4">
        <Back />
        <HistoryLink kind="source" id={id} />
      </div>
    </Page>
  );
}

function Back() {
  return (
    <Link href="/sources" className="text-accent-ink inline-flex min-h-9 items-center text-sm font-medium hover:underline">
      {t("toSources")}
    </Link>
  );
}

/** The text, which devices do not carry: asked for, some pages at a time. */
function Parts({ source: { id, edition, parts } }: { source: Source }) {
  const [limit, setLimit] = useState(PAGE);
  const query = { source_id: id, edition, limit, sort: "number", order: "asc" } as const;
  const asked = useServer((api) => api.GET("/api/v1/source-parts", { params: { query } }), [id, edition, limit]);
  return (
    <Answered asked={asked}>
      {({ items }) => (
        <>
          {items.map(({ id: part, place, text }) => (
            <Panel key={part} title={place}>
              <p className="break-words whitespace-pre-wrap">{beneath(place, text)}</p>
            </Panel>
          ))}
          {items.length < parts && (
            <Button variant="quiet" onClick={() => setLimit(Math.min(limit * 2, 200))} disabled={limit >= 200}>
              {t("more")}
            </Button>
          )}
        </>
      )}
    </Answered>
  );
}

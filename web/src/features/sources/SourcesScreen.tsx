import { useState } from "react";
import { Link } from "wouter";
import { Button, Empty, List, Page, Panel, Skeleton, TextField } from "../../design";
import { useRecords } from "../../life/hooks";
import { BringIn } from "./BringIn";
import { Imports } from "./Imports";
import { matching } from "./source";
import { SourceRow } from "./SourceRow";
import { t } from "./texts";

const PAGE = 50;
/** So many are looked through without a field for it. */
const FEW = 8;

/** Texts that were brought in: notes, books and pages that can be searched, quoted and asked about. */
export default function SourcesScreen() {
  const [bringing, bring] = useState(false);
  const sources = useRecords({ kind: "source" });
  const button = (
    <Button variant="primary" icon="plus" onClick={() => bring(true)}>
      {t("bring")}
    </Button>
  );
  return (
    <Page title={t("title")} actions={button}>
      <p className="text-muted text-pretty">{t("what")}</p>
      <Imports />
      {!sources && <Skeleton lines={6} />}
      {sources?.length === 0 && <Empty icon="book-open" title={t("noneTitle")} text={t("noneText")} action={button} />}
      {sources && sources.length > 0 && <Sources sources={sources} />}
      <Link href="/memories" className="text-accent-ink inline-flex min-h-9 items-center text-sm font-medium hover:underline">
        {t("toMemories")}
      </Link>
      {bringing && <BringIn onClose={() => bring(false)} />}
    </Page>
  );
}

function Sources({ sources }: { sources: Parameters<typeof matching>[0] }) {
  const [text, setText] = useState("");
  const [shown, show] = useState(PAGE);
  const found = matching(sources, text);
  return (
    <Panel title={t("count", { count: found.length })}>
      {sources.length > FEW && (
        <div className="mb-3">
          <TextField type="search" label={t("find")} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
      )}
      <List label={t("title")}>
        {found.slice(0, shown).map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </List>
      {found.length > shown && (
        <Button variant="quiet" onClick={() => show(shown + PAGE)}>
          {t("more")}
        </Button>
      )}
    </Panel>
  );
}

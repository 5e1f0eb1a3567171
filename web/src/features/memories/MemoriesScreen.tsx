import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import { Button, Chip, Empty, List, Page, Panel, Segmented, Skeleton, TextField } from "../../design";
import { useToday } from "../../i18n/today";
import { useRecords } from "../../life/hooks";
import { chosen, type Memory, type What, WHATS } from "./memory";
import { MemoryForm } from "./MemoryForm";
import { MemoryRow } from "./MemoryRow";
import { t } from "./texts";

const PAGE = 50;
const SPANS = ["now", "ever"] as const;

/** What SelfOS remembers of the person, why it does, and how it is put right. `?id=` names the one that was looked for. */
export default function MemoriesScreen() {
  const [adding, add] = useState(false);
  const memories = useRecords({ kind: "memory" });
  const button = (
    <Button variant="primary" icon="plus" onClick={() => add(true)}>
      {t("add")}
    </Button>
  );
  return (
    <Page title={t("title")} actions={button}>
      <p className="text-muted text-pretty">{t("what")}</p>
      {!memories && <Skeleton lines={6} />}
      {memories?.length === 0 && <Empty icon="brain" title={t("noneTitle")} text={t("noneText")} action={button} />}
      {memories && memories.length > 0 && <Memories memories={memories} />}
      <p className="flex flex-wrap gap-x-4">
        <Way href="/sources">{t("toSources")}</Way>
        <Way href="/settings/understanding">{t("toSettings")}</Way>
      </p>
      {adding && <MemoryForm onClose={() => add(false)} />}
    </Page>
  );
}

function Way({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="text-accent-ink inline-flex min-h-9 items-center text-sm font-medium hover:underline">
      {children}
    </Link>
  );
}

function Memories({ memories }: { memories: Memory[] }) {
  const [asked] = useSearchParams();
  const wanted = asked.get("id");
  const today = useToday();
  const [what, setWhat] = useState<What>();
  const [span, setSpan] = useState<(typeof SPANS)[number]>(wanted ? "ever" : "now");
  const [text, setText] = useState("");
  const [shown, show] = useState(PAGE);
  const found = chosen(memories, { what, day: span === "now" ? today : undefined, text });
  const first = found.filter(({ id }) => id === wanted);
  const rows = [...first, ...found.filter(({ id }) => id !== wanted)].slice(0, shown);
  return (
    <>
      <div className="flex flex-col gap-3">
        <TextField type="search" label={t("find")} hideLabel placeholder={t("find")} value={text} onChange={(event) => setText(event.target.value)} />
        <div className="flex flex-wrap items-center gap-1.5">
          <Segmented label={t("span")} value={span} onChange={setSpan} options={SPANS.map((value) => ({ value, label: t(`span.${value}`) }))} />
          {WHATS.map((one) => (
            <Chip key={one} pressed={what === one} onPress={() => setWhat(what === one ? undefined : one)}>
              {t(`what.${one}`)}
            </Chip>
          ))}
        </div>
      </div>
      <Panel title={t("count", { count: found.length })}>
        {found.length === 0 && <p className="text-muted">{t("noneFound")}</p>}
        <List label={t("title")}>
          {rows.map((memory) => (
            <MemoryRow key={memory.id} memory={memory} isOpen={memory.id === wanted} />
          ))}
        </List>
        {found.length > shown && (
          <Button variant="quiet" onClick={() => show(shown + PAGE)}>
            {t("more")}
          </Button>
        )}
      </Panel>
    </>
  );
}

import { useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import { Button, Empty, fetched, List, Page, Panel, Skeleton } from "../../design";
import { formatMoment } from "../../i18n/dates";
import { useRecord, useRecords } from "../../life/hooks";
import { HistoryLink } from "../history";
import { Suggestions } from "../suggestions";
import { TaskRow } from "../tasks";
import { Correction } from "./Correction";
import { addressOf } from "./filter";
import { Findings } from "./Findings";
import { LongText } from "./LongText";
import { Related } from "./Related";
import { t } from "./texts";
import type { Thought } from "./thought";
import { ThoughtMenu } from "./ThoughtMenu";

const Asking = fetched(() => import("./Asking"));

/** One thought with all that is known about it. */
export default function ThoughtScreen() {
  const { id = "" } = useParams();
  const thought = useRecord("thought", id);
  if (thought === undefined) return <Page title={t("one")}><Skeleton lines={6} /></Page>;
  return thought ? <Whole thought={thought} /> : <Gone id={id} />;
}

function Gone({ id }: { id: string }) {
  const ways = (
    <>
      <Link href={addressOf({})} className="text-accent-ink inline-flex min-h-9 items-center text-sm font-medium hover:underline">{t("toFeed")}</Link>
      <HistoryLink kind="thought" id={id} />
    </>
  );
  return (
    <Page title={t("one")}>
      <Empty icon="message-circle" title={t("goneTitle")} text={t("goneText")} action={ways} />
    </Page>
  );
}

function Whole({ thought }: { thought: Thought }) {
  const [, go] = useLocation();
  const [asked, ask] = useState<"text" | "correction">();
  const actions = (
    <>
      <Button icon="pencil" onClick={() => ask("text")}>{t("edit")}</Button>
      <ThoughtMenu thought={thought} onAsk={ask} onGone={() => go(addressOf({}))} />
    </>
  );
  const { id, captured_at, source, content } = thought;
  return (
    <Page title={t("one")} actions={actions}>
      <Panel>
        <LongText text={content} />
        <p className="text-muted mt-2 text-sm">
          {[formatMoment(captured_at), source && originOf(source)].filter(Boolean).join(" · ")}
        </p>
      </Panel>
      <Suggestions thoughtId={id} />
      <Understood thought={thought} />
      <Tasks id={id} />
      <Related id={id} />
      <div><HistoryLink kind="thought" id={id} /></div>
      {asked && (
        <Asking thought={thought} about={asked} onClose={() => ask(undefined)} />
      )}
    </Page>
  );
}

function Understood({ thought }: { thought: Thought }) {
  const analysis = useRecords({ kind: "analysis", ref: thought.id })?.[0];
  return (
    <Panel title={t("details")}>
      <Correction thought={thought} analysis={analysis} />
      <details className="mt-4">
        <summary className="text-accent-ink min-h-9 cursor-pointer py-1.5 text-sm font-medium">{t("howFound")}</summary>
        <Findings thought={thought} analysis={analysis} />
      </details>
    </Panel>
  );
}

function Tasks({ id }: { id: string }) {
  const tasks = useRecords({ kind: "task", ref: id });
  if (!tasks?.length) return null;
  return (
    <Panel title={t("tasks")}>
      <List>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </List>
    </Panel>
  );
}

const SOURCES = ["web", "share", "sample"] as const;

/** How it came here; programs with a key of their own say who they are. */
function originOf(source: string): string {
  const known = SOURCES.find((one) => one === source);
  return known ? t(`via.${known}`) : t("via", { source });
}

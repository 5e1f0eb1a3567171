import { useEffect, useRef } from "react";
import { useInstallHint } from "../../browser/install";
import { Button, Chip, List, Panel, Spinner } from "../../design";
import type { Records } from "../../device/kinds";
import { areaName, named } from "../../i18n/words";
import { usePhase, useRecord } from "../../life/hooks";
import type { Saved } from "../capture";
import { Suggestions } from "../suggestions";
import { TaskRow } from "../tasks";
import InstallHint from "./InstallHint";
import { t } from "./texts";

interface Props {
  saved: Saved;
  onBack: () => void;
  onDone: () => void;
}

/** What was found in the first capture, as soon as it has been read. */
export default function UnderstoodStep({ saved, onBack, onDone }: Props) {
  const canInstall = useInstallHint();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={top} tabIndex={-1} className="flex flex-col gap-5 outline-none">
      {saved.kind === "task" ? <FirstTask id={saved.id} /> : <FirstThought id={saved.id} />}
      {canInstall && <InstallHint />}
      <div className="flex justify-between">
        <Button onClick={onBack}>{t("back")}</Button>
        <Button variant="primary" onClick={onDone}>
          {t("finish")}
        </Button>
      </div>
    </div>
  );
}

function FirstTask({ id }: { id: string }) {
  const task = useRecord("task", id);
  return (
    <Panel title={t("understood")}>
      {task === null && <p className="text-muted">{t("gone")}</p>}
      <List>{task && <TaskRow task={task} />}</List>
    </Panel>
  );
}

function FirstThought({ id }: { id: string }) {
  const thought = useRecord("thought", id);
  return (
    <>
      <Panel title={t("understood")}>
        {thought === null && <p className="text-muted">{t("gone")}</p>}
        {thought && (
          <>
            <blockquote className="border-accent mb-3 border-l-2 pl-3 text-lg whitespace-pre-line">{thought.content}</blockquote>
            <div aria-live="polite">
              <Found thought={thought} />
            </div>
          </>
        )}
      </Panel>
      {thought && <Suggestions thoughtId={id} />}
    </>
  );
}

function Found({ thought }: { thought: Records["thought"] }) {
  const phase = usePhase();
  const away = phase === "offline" || phase === "signed-out";
  if (thought.analysis_state === "pending") {
    return away ? <p className="text-muted">{t("readLater")}</p> : <Spinner label={t("reading")} />;
  }
  const { type, life_areas, tags, people } = thought;
  const found = [
    ...(type ? [{ name: named("type", type), tone: "accent" as const }] : []),
    ...life_areas.map((area) => ({ name: areaName(area), tone: area })),
    ...people.map((person) => ({ name: `@${person}`, tone: "plain" as const })),
    ...tags.map((tag) => ({ name: `#${tag}`, tone: "plain" as const })),
  ];
  if (found.length === 0) return <p className="text-muted">{t("plain")}</p>;
  return (
    <>
      <ul className="flex flex-wrap gap-1.5">
        {found.map(({ name, tone }) => (
          <li key={name}>
            <Chip tone={tone}>{name}</Chip>
          </li>
        ))}
      </ul>
      <p className="text-muted mt-3 text-sm">{t("findable")}</p>
    </>
  );
}

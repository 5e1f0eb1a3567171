import { Button, Chip, Panel, Spinner } from "../../design";
import type { Records } from "../../device/kinds";
import { areaName, named } from "../../i18n/words";
import { usePhase, useRecord } from "../../life/hooks";
import { Suggestions } from "../today";
import { InstallHint } from "./InstallHint";
import { t } from "./texts";

type Thought = Records["thought"];

interface Props {
  id: string;
  onBack: () => void;
  onDone: () => void;
}

/** What was found in the first thought, as soon as it has been read. */
export function UnderstoodStep({ id, onBack, onDone }: Props) {
  const thought = useRecord("thought", id);
  return (
    <>
      {thought && (
        <Panel title={t("understood")}>
          <blockquote className="border-accent mb-3 border-l-2 pl-3 text-lg whitespace-pre-line">{thought.content}</blockquote>
          <Found thought={thought} />
        </Panel>
      )}
      <Suggestions thoughtId={id} />
      <InstallHint />
      <div className="flex justify-between">
        <Button onClick={onBack}>{t("back")}</Button>
        <Button variant="primary" onClick={onDone}>
          {t("finish")}
        </Button>
      </div>
    </>
  );
}

function Found({ thought }: { thought: Thought }) {
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

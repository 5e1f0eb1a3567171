import type { components } from "../../../api/schema";
import { Panel, Select, Skeleton } from "../../../design";
import { Answered } from "../../../life/Answered";
import { useServer } from "../../../life/server";
import { type Choices, type Change, useProfile } from "../useProfile";
import { Budget } from "./Budget";
import { Providers } from "./Providers";
import { t } from "./texts";
import { Usage } from "./Usage";

type Standing = components["schemas"]["ModelsView"];
const MODES = ["premium", "standard", "privacy", "offline"] as const;

/** Which language models may be asked, how far the person's words go, and what it costs. */
export function ModelsPage() {
  const { choices, change } = useProfile();
  const asked = useServer((api) => api.GET("/api/v1/models"), [choices?.model_mode, choices?.model_budget_cents]);
  if (!choices) return <Skeleton />;
  return (
    <>
      <p className="text-muted">{t("intro")}</p>
      <ModeChoice choices={choices} standing={asked.state === "there" ? asked.data : undefined} change={change} />
      <Answered asked={asked}>{(standing) => <Providers standing={standing} changed={asked.again} />}</Answered>
      <Budget key={choices.model_budget_cents} cents={choices.model_budget_cents} standing={asked.state === "there" ? asked.data : undefined} change={change} />
      <Usage />
    </>
  );
}

interface ModeProps {
  choices: Choices;
  standing: Standing | undefined;
  change: Change;
}

function ModeChoice({ choices: { model_mode }, standing, change }: ModeProps) {
  const inherited = standing && !standing.mode_is_chosen ? t("inherited", { mode: t(`mode.${standing.mode}`) }) : t("inheritedUnknown");
  const options = [{ value: "", label: inherited }, ...MODES.map((value) => ({ value, label: t(`mode.${value}`) }))];
  const mode = model_mode ?? standing?.mode;
  const chosen = (value: string) => MODES.find((one) => one === value) ?? null;
  return (
    <Panel title={t("mode")}>
      <Select label={t("mode")} hideLabel hint={mode && t(`mode.${mode}.hint`)} options={options} value={model_mode ?? ""} onChange={(value) => void change({ model_mode: chosen(value) })} />
    </Panel>
  );
}

import { useState } from "react";
import { Link } from "wouter";
import type { components } from "../../../api/schema";
import { Panel, Select } from "../../../design";
import { formatPercent } from "../../../i18n/dates";
import { Answered } from "../../../life/Answered";
import { useServer } from "../../../life/server";
import { type PlotView, ViewChoice } from "../plot/Plot";
import { CurvePlot } from "./CurvePlot";
import { CurveTable } from "./CurveTable";
import { type Curve, outcomeOf } from "./reliability";
import { t } from "./texts";

type Learned = components["schemas"]["Learned"];

/** How far the confidences of what is found can be believed, by what the person made of it. */
export function Reliability() {
  const asked = useServer((api) => api.GET("/api/v1/learning/reliability"), []);
  return (
    <Panel title={t("title")}>
      <div className="flex flex-col gap-3 py-1">
        <Answered asked={asked}>{(learned) => <Told learned={learned} />}</Answered>
        <Link href="/settings/understanding" className="text-accent-ink inline-flex min-h-9 items-center self-start text-sm font-medium hover:underline">
          {t("toSettings")}
        </Link>
      </div>
    </Panel>
  );
}

function Told({ learned: { enabled, curves } }: { learned: Learned }) {
  const [what, choose] = useState("all");
  const curve = curves.find((one) => one.what === what) ?? curves[0];
  return (
    <>
      {!enabled && <p className="text-muted text-sm">{t("off")}</p>}
      {curve ? <OneCurve curve={curve} choices={curves.map((one) => one.what)} onChoose={choose} /> : <p className="text-muted">{t("none")}</p>}
    </>
  );
}

interface CurveProps {
  curve: Curve;
  choices: string[];
  onChoose: (what: string) => void;
}

function OneCurve({ curve, choices, onChoose }: CurveProps) {
  const [view, setView] = useState<PlotView>("plot");
  const { what, bins } = curve;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-2">
        <Select label={t("of")} options={choices.map((value) => ({ value, label: nameOf(value) }))} value={what} onChange={onChoose} />
        <ViewChoice view={view} onChange={setView} />
      </div>
      <div className="flex flex-col gap-x-8 gap-y-3 lg:flex-row">
        {view === "plot" && <CurvePlot bins={bins} />}
        <CurveTable bins={bins} hidden={view === "plot"} />
        <InWords curve={curve} isDrawn={view === "plot"} />
      </div>
    </>
  );
}

function InWords({ curve, isDrawn }: { curve: Curve; isDrawn: boolean }) {
  const { count, held_out, before, after } = curve;
  const { expected, right, leaning } = outcomeOf(curve);
  return (
    <div className="flex max-w-prose flex-col gap-2">
      <p>{t("told", { count, expected: formatPercent(expected), right: formatPercent(right) })}</p>
      {count > 1 && <p>{t(leaning)}</p>}
      {before && after && <p>{t("held", { count: held_out, before: formatPercent(before.ece), after: formatPercent(after.ece) })}</p>}
      {isDrawn && <p className="text-muted text-sm">{t("how")}</p>}
    </div>
  );
}

const WHATS = ["all", "task", "type", "is_actionable", "sentiment", "life_area", "person", "tag", "insight", "memory"] as const;

/** Kinds of findings that came after this app keep the name that the server has for them. */
function nameOf(what: string): string {
  const known = WHATS.find((one) => one === what);
  return known ? t(`what.${known}`) : what;
}

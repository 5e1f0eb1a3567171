import { useState } from "react";
import { Panel, Segmented, Skeleton, type Tone } from "../../design";
import { formatDay, formatDayAs } from "../../i18n/dates";
import type { Day } from "../../i18n/days";
import { useToday } from "../../i18n/today";
import { AREAS, areaName, named } from "../../i18n/words";
import { type PlacedRange, type RollupName, useRollup } from "../../worker";
import { Plot, type PlotView, ViewChoice } from "./plot/Plot";
import type { Point, Series } from "./plot/series";
import { type RangeName, rangeOf, RANGES, weekStartOf } from "./ranges";
import { t } from "./texts";

const PLOTS: RollupName[] = ["captures", "completed", "moods", "areas"];

/** What the device counts, over a time of the person's choice. */
export function OverTime() {
  const today = useToday();
  const [range, setRange] = useState<RangeName>("weeks4");
  const [view, setView] = useState<PlotView>("plot");
  const placed = rangeOf(range, today, weekStartOf(navigator.language));
  return (
    <Panel
      title={t("overTime")}
      actions={
        <>
          <Segmented label={t("range")} value={range} onChange={setRange} options={RANGES.map((value) => ({ value, label: t(value) }))} />
          <ViewChoice view={view} onChange={setView} />
        </>
      }
    >
      <div className="grid gap-8 py-2 lg:grid-cols-2">
        {PLOTS.map((name) => (
          <RollupPlot key={name} name={name} range={placed} view={view} />
        ))}
      </div>
    </Panel>
  );
}

function RollupPlot({ name, range, view }: { name: RollupName; range: PlacedRange; view: PlotView }) {
  const { rollup, state } = useRollup(name, range);
  if (state === "failed") return <p className="text-muted">{t("failed", { title: t(name) })}</p>;
  if (!rollup) return <Skeleton lines={6} />;
  const rows: Series[] = rollup.series.map((row) => ({ ...drawn(name, row.name), counts: row.counts }));
  return (
    <Plot
      title={t(name)}
      unit={t(name === "completed" ? "tasks" : "thoughts")}
      over={t(range.step)}
      points={rollup.days.map((day) => pointOf(day, range.step))}
      series={rows}
      view={view}
    />
  );
}

const MOODS = { negative: "danger", neutral: "plain", positive: "good" } as const;

/** What a row of a rollup is called, and its colour. */
function drawn(plot: RollupName, name: string): { name: string; tone: Tone } {
  const area = AREAS.find((one) => one === name);
  if (area) return { name: areaName(area), tone: area };
  const mood = (["negative", "neutral", "positive"] as const).find((one) => one === name);
  if (mood) return { name: named("sentiment", mood), tone: MOODS[mood] };
  return { name: t(plot), tone: "accent" };
}

function pointOf(day: Day, step: PlacedRange["step"]): Point {
  const tick = formatDayAs(day, { day: "numeric", month: "short" });
  return { name: step === "week" ? t("weekFrom", { day: formatDay(day) }) : formatDay(day), tick };
}

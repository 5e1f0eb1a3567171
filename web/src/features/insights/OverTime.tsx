import { useState } from "react";
import { Panel, Segmented, Skeleton } from "../../design";
import { formatDay, formatDayAs } from "../../i18n/dates";
import type { Day } from "../../i18n/days";
import { useToday } from "../../i18n/today";
import { useWeekStart } from "../../i18n/week-start";
import { AREAS, areaName, named } from "../../i18n/words";
import { type PlacedRange, type Rollup, type RollupName, useRollup } from "../../worker";
import { Plot, type PlotView, ViewChoice } from "./plot/Plot";
import type { Point, Series } from "./plot/series";
import { type RangeName, rangeOf, RANGES } from "./ranges";
import { t } from "./texts";

const PLOTS: RollupName[] = ["captures", "completed", "moods", "areas"];

const UNITS = { captures: "thoughts", completed: "tasks", moods: "thoughts", areas: "both" } as const;

/** What the device counts, over a time of the person's choice. */
export function OverTime() {
  const today = useToday();
  const [range, setRange] = useState<RangeName>("weeks4");
  const [view, setView] = useState<PlotView>("plot");
  const placed = rangeOf(range, today, useWeekStart());
  return (
    <Panel title={t("overTime")}>
      <div className="mb-4 flex flex-wrap justify-between gap-2">
        <Segmented label={t("range")} value={range} onChange={setRange} options={RANGES.map((value) => ({ value, label: t(value) }))} />
        <ViewChoice view={view} onChange={setView} />
      </div>
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
  const rows = rollup.series.toReversed().map((row) => seriesOf(name, row));
  return (
    <Plot
      title={t(name)}
      unit={t(UNITS[name])}
      over={t(range.step)}
      points={rollup.days.map((day) => pointOf(day, range.step))}
      series={rows}
      view={view}
    />
  );
}

const MOODS = ["negative", "neutral", "positive"] as const;
const MOOD_TONES = { negative: "warning", neutral: "plain", positive: "good" } as const;

/** What a row of a rollup is called, and its colour. */
function seriesOf(plot: RollupName, { name, counts }: Rollup["series"][number]): Series {
  const area = AREAS.find((one) => one === name);
  if (area) return { name: areaName(area), tone: area, counts };
  const mood = MOODS.find((one) => one === name);
  if (mood) return { name: named("sentiment", mood), tone: MOOD_TONES[mood], counts };
  return { name: t(plot), tone: "accent", counts };
}

function pointOf(day: Day, step: PlacedRange["step"]): Point {
  const tick = formatDayAs(day, { day: "numeric", month: "short" });
  return { name: step === "week" ? t("weekFrom", { day: formatDay(day) }) : formatDay(day), tick };
}

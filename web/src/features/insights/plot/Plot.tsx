import { type ReactNode, useState } from "react";
import { fetched, Segmented, Skeleton } from "../../../design";
import { Legend } from "./Legend";
import { PlotTable } from "./PlotTable";
import { type Numbers, type Point, type Series, total } from "./series";
import { t } from "./texts";

const Chart = fetched(() => import("./Chart"), <div className="h-56 py-6"><Skeleton lines={5} /></div>);

export type PlotView = "plot" | "table";

interface Props extends Numbers {
  view: PlotView;
  actions?: ReactNode;
}

/** Numbers over time, as a plot or as a table. Readers of the screen always have the table. */
export function Plot({ title, actions, view, ...numbers }: Props) {
  const isEmpty = numbers.series.every(({ counts }) => total(counts) === 0);
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <figcaption className="flex flex-wrap items-center justify-between gap-2 font-semibold">
        {title}
        {actions}
      </figcaption>
      {isEmpty ? (
        <p className="text-muted border-line rounded-control border border-dashed px-4 py-8 text-center">{t("nothing")}</p>
      ) : (
        <>
          {view === "plot" && <Drawn title={title} {...numbers} />}
          <PlotTable title={title} {...numbers} hidden={view === "plot"} />
        </>
      )}
    </figure>
  );
}

function Drawn({ title, unit, over, points, series, limit }: Numbers) {
  const [at, setAt] = useState<number>();
  const [hidden, hide] = useState<ReadonlySet<string>>(new Set());
  const shown = series.map((row, place) => ({ ...row, place })).filter(({ name }) => !hidden.has(name));
  const point = at === undefined ? undefined : points[at];
  return (
    <>
      <Legend series={series} at={point ? at : undefined} limit={limit} heading={point?.name ?? t("total")} hidden={hidden} onHide={hide} />
      <div className="has-focus-visible:outline-accent relative rounded-sm has-focus-visible:outline-2">
        <Chart unit={unit} over={over} points={points} series={shown} limit={limit} at={at} onPoint={setAt} />
        <Reader title={title} points={points} series={shown} at={at} onPoint={setAt} />
      </div>
    </>
  );
}

interface ReaderProps {
  title: string;
  points: Point[];
  series: Series[];
  at: number | undefined;
  onPoint: (at: number | undefined) => void;
}

/** Reads the points by the arrow keys, as the pointer does by moving over them. */
function Reader({ title, points, series, at, onPoint }: ReaderProps) {
  const place = at ?? points.length - 1;
  const values = series.map(({ name, counts }) => t("value", { name, count: counts[place] ?? 0 }));
  return (
    <input
      type="range"
      aria-label={t("read", { title })}
      aria-valuetext={[points[place]?.name, ...values].join(", ")}
      min={0}
      max={points.length - 1}
      value={place}
      onChange={(event) => onPoint(Number(event.target.value))}
      onBlur={() => onPoint(undefined)}
      className="pointer-events-none absolute inset-0 opacity-0"
    />
  );
}

export function ViewChoice({ view, onChange }: { view: PlotView; onChange: (view: PlotView) => void }) {
  const options = (["plot", "table"] as const).map((value) => ({ value, label: t(value) }));
  return <Segmented label={t("view")} options={options} value={view} onChange={onChange} />;
}

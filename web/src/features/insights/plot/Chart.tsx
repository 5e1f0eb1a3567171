import { useEffect, useRef } from "react";
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { optionsOf, type Painted } from "./options";
import { fillOf } from "./patterns";
import { type Point, type Series, stacked } from "./series";
import { useTheme } from "./theme";

interface Props {
  unit: string;
  over: string;
  points: Point[];
  /** With the place that gives each its pattern. */
  series: (Series & { place: number })[];
  limit: { name: string; value: number } | undefined;
  at: number | undefined;
  onPoint: (at: number | undefined) => void;
}

const HEIGHT = 224;

/** Draws stacked bars. What it shows is told by the legend and the table, so the drawing itself is silent. */
export default function Chart({ unit, over, points, series, limit, at, onPoint }: Props) {
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<UPlot>(undefined);
  const shape = JSON.stringify([points, series, limit, unit, over]);
  useEffect(() => {
    const target = box.current;
    if (!target) return undefined;
    const edges = stacked(series.map(({ counts }) => counts));
    const bars = edges.map((row, place) => row.map((edge, point) => (series[place]?.counts[point] ? edge : null)));
    const data: UPlot.AlignedData = [points.map((_, place) => place), ...bars.toReversed()];
    const size = { width: target.clientWidth, height: HEIGHT };
    const plot = new UPlot({ ...optionsOf({ unit, over, points, limit, onPoint }, painted(target, series)), ...size }, data, target);
    drawn.current = plot;
    const watched = new ResizeObserver(() => plot.setSize({ width: target.clientWidth, height: HEIGHT }));
    watched.observe(target);
    return () => {
      watched.disconnect();
      plot.destroy();
    };
  }, [theme, shape]);
  useEffect(() => {
    const plot = drawn.current;
    plot?.setCursor({ left: at === undefined ? -10 : plot.valToPos(at, "x"), top: 0 }, false);
  }, [at, theme, shape]);
  return (
    <div ref={box} aria-hidden="true" className="h-56 w-full">
      <i data-colors="" hidden className="border-line bg-surface text-muted" />
      {series.map(({ name, tone }) => (
        <i key={name} data-colors="" hidden data-tone={tone} className="text-(--tone)" />
      ))}
    </div>
  );
}

/** The colours as they are now, read from elements that wear them. */
function painted(target: HTMLElement, series: Props["series"]): Painted {
  const [frame, ...rows] = [...target.querySelectorAll("[data-colors]")].map((one) => getComputedStyle(one));
  const ground = frame?.backgroundColor ?? "";
  const bars = series.map(({ place }, at) => {
    const color = rows[at]?.color ?? "";
    return { stroke: color, fill: fillOf(place, color, ground) };
  });
  return { bars: bars.toReversed(), text: frame?.color ?? "", grid: frame?.borderTopColor ?? "", font: `12px ${frame?.fontFamily}` };
}

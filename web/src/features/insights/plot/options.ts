import UPlot from "uplot";
import { type Point, ticksOf } from "./series";

export interface Painted {
  /** From the uppermost row to the lowest. */
  bars: { stroke: string; fill: CanvasPattern | string }[];
  text: string;
  grid: string;
  font: string;
}

interface Shown {
  unit: string;
  over: string;
  points: Point[];
  limit: { value: number } | undefined;
  onPoint: (at: number | undefined) => void;
}

const TICK_WIDTH = 64;
const WIDEST_BAR = 36;
const STEPS = [1, 2, 5].flatMap((step) => [0, 1, 2, 3, 4, 5, 6].map((power) => step * 10 ** power)).toSorted((a, b) => a - b);

/** How the plot is drawn; each bar covers the ones above its own edge, so the uppermost comes first. */
export function optionsOf({ unit, over, points, limit, onPoint }: Shown, { bars, text, grid, font }: Painted): Omit<UPlot.Options, "width" | "height"> {
  const axis = { stroke: text, font, labelFont: font, labelSize: 20, labelGap: 2, ticks: { show: false } };
  const paths = UPlot.paths.bars?.({ size: [0.75, WIDEST_BAR] });
  return {
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: {
      x: { time: false, range: [-0.5, points.length - 0.5] },
      y: { range: (_, __, most) => [0, Math.max(1, most * 1.05, (limit?.value ?? 0) * 1.1)] },
    },
    axes: [
      {
        ...axis,
        label: over,
        size: 28,
        grid: { show: false },
        splits: ({ bbox }) => ticksOf(points.length, Math.floor(bbox.width / devicePixelRatio / TICK_WIDTH)),
        values: (_, places) => places.map((place) => points[place]?.tick ?? ""),
      },
      { ...axis, label: unit, size: 40, incrs: STEPS, grid: { stroke: grid, width: 1 } },
    ],
    series: [{}, ...bars.map((bar) => ({ ...bar, width: 1, points: { show: false }, ...(paths && { paths }) }))],
    hooks: {
      setCursor: [({ cursor }) => onPoint(cursor.idx ?? undefined)],
      draw: limit ? [(plot) => drawLimit(plot, limit.value, text)] : [],
    },
  };
}

function drawLimit(plot: UPlot, value: number, color: string): void {
  const { ctx, bbox } = plot;
  const y = Math.round(plot.valToPos(value, "y", true));
  ctx.save();
  ctx.strokeStyle = color;
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.setLineDash([6, 4].map((length) => length * devicePixelRatio));
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

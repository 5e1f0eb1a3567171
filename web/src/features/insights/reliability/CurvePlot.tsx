import { formatPercent } from "../../../i18n/dates";
import type { Bin } from "./reliability";
import { t } from "./texts";

const SIDE = 220;
const LEFT = 62;
const TOP = 12;
const TICKS = [0, 0.5, 1];
const SMALLEST = 4;
const LARGEST = 11;

const x = (share: number): number => LEFT + share * SIDE;
const y = (share: number): number => TOP + (1 - share) * SIDE;

/** Observed over predicted, with the line on which they are the same. The table says it too, so the drawing is silent. */
export function CurvePlot({ bins }: { bins: readonly Bin[] }) {
  const most = Math.max(...bins.map(({ count }) => count));
  const radius = (count: number): number => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(count / most);
  return (
    <svg viewBox="0 0 300 278" aria-hidden="true" className="text-muted w-full max-w-80 shrink-0 text-xs">
      {TICKS.map((share) => (
        <g key={share} className="stroke-line">
          <line x1={x(0)} x2={x(1)} y1={y(share)} y2={y(share)} />
          <line x1={x(share)} x2={x(share)} y1={y(0)} y2={y(1)} />
          <text x={x(0) - 6} y={y(share) + 4} textAnchor="end" className="fill-current stroke-none">{formatPercent(share)}</text>
          <text x={x(share)} y={y(0) + 17} textAnchor="middle" className="fill-current stroke-none">{formatPercent(share)}</text>
        </g>
      ))}
      <text x={x(0.5)} y={y(0) + 38} textAnchor="middle" className="fill-current">{t("sure")}</text>
      <text transform={`translate(13 ${y(0.5)}) rotate(-90)`} textAnchor="middle" className="fill-current">{t("often")}</text>
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className="stroke-current" strokeDasharray="6 4" />
      <polyline points={bins.map(({ predicted, observed }) => `${x(predicted)},${y(observed)}`).join(" ")} className="stroke-accent-ink fill-none" strokeWidth="2" />
      {bins.map(({ low, predicted, observed, count }) => (
        <circle key={low} cx={x(predicted)} cy={y(observed)} r={radius(count)} className="fill-accent-ink stroke-surface" strokeWidth="1.5" />
      ))}
    </svg>
  );
}

import { formatPercent } from "../../i18n/dates";

const RADIUS = 18;
const AROUND = 2 * Math.PI * RADIUS;
const SIZES = { small: "size-12 text-xs", large: "size-20 text-lg" } as const;

/** How far a goal is, as a ring around the number. */
export function Ring({ value, size = "small" }: { value: number; size?: keyof typeof SIZES }) {
  const circle = { cx: 20, cy: 20, r: RADIUS, fill: "none", strokeWidth: 3.5 };
  return (
    <span className={`relative inline-grid shrink-0 place-items-center ${SIZES[size]}`}>
      <svg viewBox="0 0 40 40" aria-hidden="true" className="absolute inset-0 -rotate-90">
        <circle {...circle} className="stroke-line" />
        {value > 0 && <circle {...circle} strokeLinecap="round" strokeDasharray={`${value * AROUND} ${AROUND}`} className="stroke-accent" />}
      </svg>
      <span className="font-semibold tabular-nums">{formatPercent(Math.floor(value * 100) / 100)}</span>
    </span>
  );
}

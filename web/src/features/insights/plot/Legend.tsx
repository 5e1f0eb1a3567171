import { formatNumber } from "../../../i18n/dates";
import { type Series, total } from "./series";
import { Swatch } from "./Swatch";

interface Props {
  series: Series[];
  limit: { name: string; value: number } | undefined;
  /** The point that is read; the totals where absent. */
  at: number | undefined;
  heading: string;
  hidden: ReadonlySet<string>;
  onHide: (hidden: ReadonlySet<string>) => void;
}

/** Names the rows and tells their values; of several rows each can be put away and brought back. */
export function Legend({ series, limit, at, heading, hidden, onHide }: Props) {
  const toggle = (name: string) => {
    const next = new Set(hidden);
    if (!next.delete(name)) next.add(name);
    onHide(next);
  };
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="text-muted">{heading}</span>
      {series.map(({ name, tone, counts }, place) => {
        const words = (
          <>
            <Swatch tone={tone} place={place} />
            {name} <span className="font-medium tabular-nums">{formatNumber(at === undefined ? total(counts) : (counts[at] ?? 0))}</span>
          </>
        );
        const shape = "inline-flex min-h-6 items-center gap-1.5";
        if (series.length === 1) return <span key={name} className={shape}>{words}</span>;
        return (
          <button key={name} type="button" aria-pressed={!hidden.has(name)} onClick={() => toggle(name)} className={`${shape} hover:bg-sunken rounded-sm px-1 ${hidden.has(name) ? "text-muted line-through" : ""}`}>
            {words}
          </button>
        );
      })}
      {limit && (
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className="border-ink w-4 border-t-2 border-dashed" />
          {limit.name} <span className="font-medium tabular-nums">{formatNumber(limit.value)}</span>
        </span>
      )}
    </div>
  );
}

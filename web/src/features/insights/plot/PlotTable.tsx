import { formatNumber } from "../../../i18n/dates";
import { type Numbers, total } from "./series";
import { t } from "./texts";

type Props = Omit<Numbers, "limit"> & { hidden: boolean };

/** The same numbers to read. */
export function PlotTable({ title, unit, over, points, series, hidden }: Props) {
  const table = (
    <table className="w-full text-sm tabular-nums">
      <caption className="sr-only">{t("caption", { title, unit })}</caption>
      <thead className="bg-surface sticky top-0">
        <tr>
          <th scope="col" className="py-1.5 pr-3 text-left font-medium">{over}</th>
          {series.map(({ name }) => (
            <th key={name} scope="col" className="px-3 py-1.5 text-right font-medium">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(({ name }, at) => (
          <tr key={name} className="border-line border-t">
            <th scope="row" className="py-1 pr-3 text-left font-normal whitespace-nowrap">{name}</th>
            {series.map((row) => (
              <td key={row.name} className="px-3 py-1 text-right">{formatNumber(row.counts[at] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-edge border-t">
          <th scope="row" className="py-1.5 pr-3 text-left font-medium">{t("total")}</th>
          {series.map(({ name, counts }) => (
            <td key={name} className="px-3 py-1.5 text-right font-medium">{formatNumber(total(counts))}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
  if (hidden) return <div className="sr-only">{table}</div>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
    <section aria-label={title} tabIndex={0} className="border-line rounded-control max-h-80 overflow-auto border px-3">
      {table}
    </section>
  );
}

import { formatNumber, formatPercent } from "../../../i18n/dates";
import type { Bin } from "./reliability";
import { t } from "./texts";

/** The same points to read. */
export function CurveTable({ bins, hidden }: { bins: readonly Bin[]; hidden: boolean }) {
  const table = (
    <table className="w-full max-w-lg self-start text-sm tabular-nums">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col" className="py-1.5 pr-3 text-left font-medium">{t("sure")}</th>
          <th scope="col" className="px-3 py-1.5 text-right font-medium">{t("often")}</th>
          <th scope="col" className="py-1.5 pl-3 text-right font-medium">{t("count")}</th>
        </tr>
      </thead>
      <tbody>
        {bins.map(({ low, high, predicted, observed, count }) => (
          <tr key={low} className="border-line border-t">
            <th scope="row" className="py-1 pr-3 text-left font-normal">
              {formatPercent(predicted)} <span className="text-muted">{t("span", { low: formatPercent(low), high: formatPercent(high) })}</span>
            </th>
            <td className="px-3 py-1 text-right">{formatPercent(observed)}</td>
            <td className="py-1 pl-3 text-right">{formatNumber(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return hidden ? <div className="sr-only">{table}</div> : table;
}

import { formatPercent } from "../../i18n/dates";
import { type Found, makerText, quoteOf, valueText } from "./found";
import { t } from "./texts";
import type { Analysis, Thought } from "./thought";

const HEAD = "py-1.5 pr-3 text-left font-medium whitespace-nowrap";
const CELL = "py-1.5 pr-3 align-top";

/** Each finding: what, how sure, by whom, and the words it stands on. */
export function Findings({ thought, analysis }: { thought: Thought; analysis: Analysis | undefined }) {
  if (!analysis || analysis.findings.length === 0) return <p className="text-muted">{t("notUnderstood")}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={t("howFound")}>
      <table className="w-full text-sm">
        <thead className="text-muted">
          <tr>
            <th scope="col" className={HEAD}>{t("value")}</th>
            <th scope="col" className={HEAD}>{t("sure")}</th>
            <th scope="col" className={HEAD}>{t("by")}</th>
            <th scope="col" className={HEAD}>{t("from")}</th>
          </tr>
        </thead>
        <tbody className="divide-line divide-y">
          {analysis.findings.map((found) => (
            <Line key={`${found.what} ${found.span.join()} ${JSON.stringify(found.value)}`} found={found} content={thought.content} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ found, content }: { found: Found; content: string }) {
  return (
    <tr>
      <th scope="row" className={`${CELL} text-left font-normal`}>
        <span className="text-muted block text-xs">{t(`what.${found.what}`)}</span>
        {valueText(found)}
      </th>
      <td className={CELL}>{formatPercent(Math.round(found.confidence * 100) / 100)}</td>
      <td className={CELL}>{makerText(found)}</td>
      <td className={`${CELL} text-muted italic`}>{quoteOf(found, content)}</td>
    </tr>
  );
}

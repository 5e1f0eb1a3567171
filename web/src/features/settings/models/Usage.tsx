import { useState } from "react";
import type { components } from "../../../api/schema";
import { Panel } from "../../../design";
import { formatDay, formatDayAs, formatNumber } from "../../../i18n/dates";
import { Answered } from "../../../life/Answered";
import { useServer } from "../../../life/server";
import { Plot, type PlotView, ViewChoice } from "../../insights";
import { inDollars } from "./money";
import { t } from "./texts";

type Schemas = components["schemas"];
const DAYS = 30;

/** What was asked of language models in the last weeks, and what it cost. */
export function Usage() {
  const asked = useServer((api) => api.GET("/api/v1/models/usage", { params: { query: { days: DAYS } } }), []);
  const [view, setView] = useState<PlotView>("plot");
  return (
    <Panel title={t("usage")} actions={<ViewChoice view={view} onChange={setView} />}>
      <Answered asked={asked}>{(usage) => <Told usage={usage} view={view} />}</Answered>
    </Panel>
  );
}

function Told({ usage, view }: { usage: Schemas["UsageView"]; view: PlotView }) {
  const { total, by_day, by_model, by_purpose } = usage;
  if (total.calls === 0) return <p className="text-muted">{t("unused")}</p>;
  const points = by_day.map(({ name }) => ({ name: formatDay(name), tick: formatDayAs(name, { day: "numeric", month: "short" }) }));
  const calls = { name: t("calls"), tone: "accent" as const, counts: by_day.map((day) => day.calls) };
  return (
    <div className="flex flex-col gap-4">
      <p>{t("total", { calls: total.calls, tokens: formatNumber(total.input_tokens + total.output_tokens), cost: inDollars(total.cost_micros) })}</p>
      <Plot title={t("byDay")} unit={t("calls")} over={t("day")} points={points} series={[calls]} view={view} />
      <Sums title={t("byModel")} rows={by_model} />
      <Sums title={t("byPurpose")} rows={by_purpose} />
    </div>
  );
}

function Sums({ title, rows }: { title: string; rows: Schemas["UsageOf"][] }) {
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="pb-1 text-left font-semibold">{title}</caption>
      <thead>
        <tr className="text-muted">
          <th scope="col" className="text-left font-normal"><span className="sr-only">{title}</span></th>
          <th scope="col" className="text-right font-normal">{t("calls")}</th>
          <th scope="col" className="text-right font-normal">{t("tokens")}</th>
          <th scope="col" className="text-right font-normal">{t("cost")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, calls, input_tokens, output_tokens, cost_micros }) => (
          <tr key={name} className="border-line border-t">
            <th scope="row" className="py-1 pr-3 text-left font-normal break-all">{name}</th>
            <td className="text-right">{formatNumber(calls)}</td>
            <td className="text-right">{formatNumber(input_tokens + output_tokens)}</td>
            <td className="text-right">{inDollars(cost_micros)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

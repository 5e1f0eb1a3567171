import { useState } from "react";
import { formatDay, formatDayAs } from "../../../i18n/dates";
import { addDays } from "../../../i18n/days";
import { Plot, type PlotView, ViewChoice } from "../../insights";
import type { Plan } from "./edit";
import { loadOf } from "./load";
import { t } from "./texts";

/** The minutes of each week of the plan, against those there are. */
export function LoadPlot({ plan, load }: { plan: Plan; load: number[] }) {
  const [view, setView] = useState<PlotView>("plot");
  const weeks = load.map((_, week) => addDays(plan.starts ?? "", 7 * week));
  const only = (part: "tasks" | "habits") => {
    const minutes = loadOf({ ...plan, [part === "tasks" ? "habits" : "tasks"]: [] });
    return load.map((_, week) => minutes[week] ?? 0);
  };
  return (
    <Plot
      title={t("loadTitle")}
      unit={t("loadUnit")}
      over={t("loadOver")}
      points={weeks.map((day) => ({ name: t("weekFrom", { day: formatDay(day) }), tick: formatDayAs(day, { day: "numeric", month: "short" }) }))}
      series={[
        { name: t("habits"), tone: "accent", counts: only("habits") },
        { name: t("tasks"), tone: "plain", counts: only("tasks") },
      ]}
      {...(plan.minutes_per_week ? { limit: { name: t("limit"), value: plan.minutes_per_week } } : {})}
      view={view}
      actions={<ViewChoice view={view} onChange={setView} />}
    />
  );
}

import { type FormEvent, useState } from "react";
import type { components } from "../../../api/schema";
import { Button, Panel, Progress, TextField } from "../../../design";
import type { Change } from "../useProfile";
import { inDollars } from "./money";
import { t } from "./texts";

interface Props {
  cents: number | null | undefined;
  standing: components["schemas"]["ModelsView"] | undefined;
  change: Change;
}

/** How much may be spent in a day, and how much is. */
export function Budget({ cents, standing, change }: Props) {
  const before = typeof cents === "number" ? String(cents / 100) : "";
  const [dollars, setDollars] = useState(before);
  const wanted = Number(dollars);
  const isWrong = !Number.isFinite(wanted) || wanted < 0;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong) void change({ model_budget_cents: dollars.trim() ? Math.round(wanted * 100) : null });
  };
  return (
    <Panel title={t("budget")}>
      <form className="flex flex-col gap-3" onSubmit={save} noValidate>
        {standing && <Spent standing={standing} />}
        <TextField
          label={t("budgetDay")}
          hint={t("budgetHint")}
          error={isWrong ? t("budgetWrong") : undefined}
          type="number"
          inputMode="decimal"
          min={0}
          step={0.05}
          className="max-w-40"
          value={dollars}
          onChange={(event) => setDollars(event.target.value)}
        />
        <Button type="submit" className="self-start" disabled={dollars === before || isWrong}>{t("save")}</Button>
      </form>
    </Panel>
  );
}

function Spent({ standing: { spent_today_micros, budget_today_cents } }: { standing: components["schemas"]["ModelsView"] }) {
  const spent = inDollars(spent_today_micros);
  if (!budget_today_cents) return <p>{t("spent", { spent })}</p>;
  const label = t("spentOf", { spent, budget: inDollars(budget_today_cents * 10_000) });
  return (
    <div className="flex flex-col gap-1">
      <p>{label}</p>
      <Progress value={spent_today_micros / (budget_today_cents * 10_000)} label={label} />
    </div>
  );
}

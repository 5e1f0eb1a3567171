import { useRef } from "react";
import { Button, IconButton, TextField } from "../../design";
import { numberOf, textOf } from "./fields";
import type { Metric } from "./progress";
import { t } from "./texts";

/** A figure of success as it stands in the form. */
export type DraftMetric = Record<"key" | "name" | "unit" | "start" | "target" | "current", string>;

const FIGURES = ["start", "current", "target"] as const;

export function draftOf({ name, unit, start, target, current }: Metric): DraftMetric {
  return { key: crypto.randomUUID(), name, unit: textOf(unit), start: textOf(start), target: textOf(target), current: textOf(current) };
}

export function metricOf({ name, unit, start, target, current }: DraftMetric): Metric {
  return { name: name.trim(), unit: unit.trim() || null, start: numberOf(start) ?? 0, target: Number(target), current: numberOf(current) };
}

interface Props {
  metrics: DraftMetric[];
  onChange: (metrics: DraftMetric[]) => void;
}

/** Figures that tell whether a goal is reached: where each began, where it is, where it shall be. */
export function MetricsField({ metrics, onChange }: Props) {
  const change = (place: number, fields: Partial<DraftMetric>) =>
    onChange(metrics.map((metric, at) => (at === place ? { ...metric, ...fields } : metric)));
  const adding = useRef<HTMLButtonElement>(null);
  const remove = (place: number) => {
    adding.current?.focus();
    onChange(metrics.filter((_, at) => at !== place));
  };
  const add = () => onChange([...metrics, { key: crypto.randomUUID(), name: "", unit: "", start: "0", target: "", current: "" }]);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t("metrics")}</legend>
      {metrics.length === 0 && <p className="text-muted text-sm">{t("metricsHint")}</p>}
      {metrics.map((metric, place) => (
        <fieldset key={metric.key} className="border-line rounded-control flex items-start gap-2 border p-3">
          <legend className="sr-only">{metric.name || t("metric")}</legend>
          <div className="grid min-w-0 flex-1 grid-cols-3 gap-2">
            <div className="col-span-2">
              <TextField label={t("metricName")} required maxLength={500} value={metric.name} onChange={(event) => change(place, { name: event.target.value })} />
            </div>
            <TextField label={t("unit")} maxLength={500} value={metric.unit} onChange={(event) => change(place, { unit: event.target.value })} />
            {FIGURES.map((figure) => (
              <TextField
                key={figure}
                label={t(`figure.${figure}`)}
                type="number"
                step="any"
                required={figure === "target"}
                value={metric[figure]}
                onChange={(event) => change(place, { [figure]: event.target.value })}
              />
            ))}
          </div>
          <IconButton icon="x" label={t("removeMetric", { name: metric.name })} onClick={() => remove(place)} />
        </fieldset>
      ))}
      <div>
        <Button ref={adding} icon="plus" disabled={metrics.length >= 20} onClick={add}>
          {t("addMetric")}
        </Button>
      </div>
    </fieldset>
  );
}

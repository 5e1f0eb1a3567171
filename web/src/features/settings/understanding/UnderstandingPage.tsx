import { type FormEvent, useState } from "react";
import { Button, Panel, Segmented, Select, Skeleton, Switch, TextField } from "../../../design";
import { formatPercent } from "../../../i18n/dates";
import { type Change, useProfile } from "../useProfile";
import { Learning } from "./Learning";
import { Remembering } from "./Remembering";
import { t } from "./texts";

const MODES = ["off", "suggest", "automatic"] as const;
const THRESHOLDS = [0.7, 0.8, 0.9, 0.95];

export function UnderstandingPage() {
  const { choices, change } = useProfile();
  if (!choices) return <Skeleton />;
  const { suggestion_mode, automatic_threshold, auto_analysis, auto_tagging, minutes_per_week } = choices;
  return (
    <>
      <p className="text-muted">{t("intro")}</p>
      <Panel title={t("reading")}>
        <div className="flex flex-col gap-3">
          <Switch
            label={t("autoAnalysis")}
            hint={t("autoAnalysisHint")}
            checked={auto_analysis}
            onChange={(on) => void change({ auto_analysis: on })}
          />
          <Switch
            label={t("autoTagging")}
            hint={t("autoTaggingHint")}
            checked={auto_tagging}
            disabled={!auto_analysis}
            onChange={(on) => void change({ auto_tagging: on })}
          />
        </div>
      </Panel>
      <Panel title={t("found")}>
        <div className="flex flex-col gap-3">
          <Segmented
            label={t("found")}
            options={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
            value={suggestion_mode}
            onChange={(mode) => void change({ suggestion_mode: mode })}
          />
          <p className="text-muted text-sm">{t(`mode.${suggestion_mode}.hint`)}</p>
          {suggestion_mode === "automatic" && <Threshold value={automatic_threshold} change={change} />}
        </div>
      </Panel>
      <Remembering choices={choices} change={change} />
      <Learning choices={choices} change={change} />
      <Minutes key={minutes_per_week} minutes={minutes_per_week} change={change} />
    </>
  );
}

function Threshold({ value, change }: { value: number; change: Change }) {
  const steps = [...new Set([...THRESHOLDS, value])].toSorted();
  const options = steps.map((step) => ({ value: String(step), label: t("atLeast", { share: formatPercent(step) }) }));
  return (
    <Select
      label={t("threshold")}
      options={options}
      value={String(value)}
      onChange={(chosen) => void change({ automatic_threshold: Number(chosen) })}
    />
  );
}

const MOST_HOURS = 168;

function Minutes({ minutes, change }: { minutes: number | null | undefined; change: Change }) {
  const before = minutes ? String(minutes / 60) : "";
  const [hours, setHours] = useState(before);
  const count = Number(hours);
  const isWrong = !Number.isFinite(count) || count < 0 || count > MOST_HOURS;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong) void change({ minutes_per_week: hours.trim() ? Math.round(count * 60) : null });
  };
  return (
    <Panel title={t("time")}>
      <form className="flex flex-col gap-3" onSubmit={save} noValidate>
        <TextField
          label={t("hours")}
          hint={t("hoursHint")}
          error={isWrong ? t("hoursWrong", { count: MOST_HOURS }) : undefined}
          type="number"
          inputMode="decimal"
          min={0}
          max={MOST_HOURS}
          step={0.5}
          className="max-w-40"
          value={hours}
          onChange={(event) => setHours(event.target.value)}
        />
        <Button type="submit" className="self-start" disabled={hours === before || isWrong}>
          {t("save")}
        </Button>
      </form>
    </Panel>
  );
}

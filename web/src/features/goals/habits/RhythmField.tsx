import { useState } from "react";
import { Select, TextField } from "../../../design";
import { formatRepeat } from "../../../i18n/repeats";
import { fieldsOf, repeatOf, type Weekday, Weekdays } from "../../tasks";
import { t } from "./texts";

const PERIODS = ["day", "week", "month", "year"] as const;
type Period = (typeof PERIODS)[number];

interface Props {
  rrule: string;
  onChange: (rrule: string) => void;
}

/** In which rhythm a habit is done: every so many days, weeks on certain days, months or years. */
export function RhythmField({ rrule, onChange }: Props) {
  const repeat = repeatOf({ rrule });
  const period = PERIODS.find((one) => one === repeat.every);
  const interval = "interval" in repeat ? repeat.interval : 1;
  const days = repeat.every === "week" ? repeat.days : [];
  const set = (every: Period, each: number, on: Weekday[]) => {
    const next = every === "week" ? { every, interval: each, days: on } : { every, interval: each };
    onChange(fieldsOf(next).rrule ?? rrule);
  };
  const [times, setTimes] = useState(String(interval));
  const count = (text: string) => {
    setTimes(text);
    if (period && /^[1-9]\d?$/.test(text)) set(period, Number(text), days);
  };
  const choices = PERIODS.map((value) => ({ value, label: t(`period.${value}`, { count: interval }) }));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t("rhythm")}</legend>
      <div className="grid grid-cols-[6rem_1fr] items-end gap-3">
        <TextField
          label={t("every")}
          type="number"
          min={1}
          max={99}
          disabled={!period}
          value={times}
          onBlur={() => setTimes(String(interval))}
          onChange={(event) => count(event.target.value)}
        />
        <Select
          label={t("period")}
          hideLabel
          value={period ?? "custom"}
          onChange={(every) => every !== "custom" && set(every, interval, days)}
          options={[...(period ? [] : [{ value: "custom" as const, label: formatRepeat(rrule) }]), ...choices]}
        />
      </div>
      {period === "week" && <Weekdays label={t("onDays")} days={days} onChange={(on) => set("week", interval, on)} />}
      <p className="text-muted text-sm first-letter:uppercase">{formatRepeat(rrule)}</p>
    </fieldset>
  );
}

import { useState } from "react";
import { Select } from "../../../design";
import { formatRepeat, formatRepeatAfter } from "../../../i18n/repeats";
import { fieldsOf, isRule, type Repeat, repeatOf, REPEATS, SPAN_UNITS } from "../repeat";
import type { Task } from "../task";
import { Weekdays } from "../Weekdays";
import { EditedField } from "./EditedText";
import { t } from "./texts";
import type { Edit } from "./useEdit";

interface Props {
  task: Task;
  edit: Edit;
}

interface ChoiceProps {
  repeat: Repeat;
  set: (repeat: Repeat) => void;
}

const MOST = 9999;

/** How it comes again, by choices that can be understood; what they cannot say, a rule does. */
export function RepeatField({ task, edit }: Props) {
  const [custom, setCustom] = useState(false);
  const stored = repeatOf(task);
  const repeat: Repeat = custom && stored.every !== "custom" ? { every: "custom", rule: "" } : stored;
  const set = (next: Repeat) => {
    const unfinished = next.every === "custom" && !isRule(next.rule);
    setCustom(unfinished);
    if (!unfinished) edit(fieldsOf(next), t("repeat"));
  };
  const options = REPEATS.map((value) => ({ value, label: t(`repeat_${value}`) }));
  return (
    <>
      <Select label={t("repeat")} options={options} value={repeat.every} onChange={(every) => set(begun(every))} />
      <Interval repeat={repeat} set={set} />
      {repeat.every === "week" && <Weekdays label={t("weekdays")} days={repeat.days} onChange={(days) => set({ ...repeat, days })} />}
      {repeat.every === "custom" && <Rule repeat={repeat} set={set} />}
      {stored.every !== "never" && <p className="text-muted col-span-full text-sm">{t("repeatSays", { when: inWords(task) })}</p>}
    </>
  );
}

function begun(every: Repeat["every"]): Repeat {
  switch (every) {
    case "never":
      return { every };
    case "week":
      return { every, interval: 1, days: [] };
    case "after":
      return { every, interval: 1, unit: "W" };
    case "custom":
      return { every, rule: "" };
    default:
      return { every, interval: 1 };
  }
}

function inWords({ rrule, repeat_after }: Task): string {
  return rrule ? formatRepeat(rrule) : formatRepeatAfter(repeat_after ?? "");
}

function Interval({ repeat, set }: ChoiceProps) {
  if (repeat.every === "never" || repeat.every === "custom") return null;
  const commit = (value: string) => set({ ...repeat, interval: Math.min(Math.max(Math.round(Number(value)) || 1, 1), MOST) });
  return (
    <>
      <EditedField type="number" min={1} max={MOST} label={t(`interval_${repeat.every}`)} value={String(repeat.interval)} onCommit={commit} />
      {repeat.every === "after" && (
        <Select
          label={t("unit")}
          options={SPAN_UNITS.map((unit) => ({ value: unit, label: t(`unit${unit}`) }))}
          value={repeat.unit}
          onChange={(unit) => set({ ...repeat, unit })}
        />
      )}
    </>
  );
}

function Rule({ repeat, set }: { repeat: Extract<Repeat, { every: "custom" }>; set: ChoiceProps["set"] }) {
  const [wrong, setWrong] = useState(false);
  const commit = (rule: string) => {
    setWrong(!isRule(rule));
    if (isRule(rule)) set({ every: "custom", rule });
  };
  return (
    <div className="col-span-full">
      <EditedField label={t("rule")} hint={t("ruleHint")} error={wrong ? t("ruleWrong") : undefined} value={repeat.rule} onCommit={commit} />
    </div>
  );
}

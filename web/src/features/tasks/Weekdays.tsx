import { Chip } from "../../design";
import { formatDayAs } from "../../i18n/dates";
import { addDays } from "../../i18n/days";
import { useWeekStart } from "../../i18n/week-start";
import { type Weekday, WEEKDAYS } from "./repeat";

const A_MONDAY = "2024-01-01";

interface Props {
  label: string;
  days: Weekday[];
  onChange: (days: Weekday[]) => void;
}

/** Some days of the week, which begins where the person's does. */
export function Weekdays({ label, days, onChange }: Props) {
  const first = useWeekStart();
  const ordered = [...WEEKDAYS.slice(first), ...WEEKDAYS.slice(0, first)];
  const toggle = (day: Weekday) => onChange(WEEKDAYS.filter((one) => days.includes(one) !== (one === day)));
  return (
    <fieldset className="col-span-full flex flex-wrap items-center gap-1.5">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {ordered.map((day, place) => (
        <Chip key={day} pressed={days.includes(day)} onPress={() => toggle(day)}>
          {formatDayAs(addDays(A_MONDAY, first + place), { weekday: "short" })}
        </Chip>
      ))}
    </fieldset>
  );
}

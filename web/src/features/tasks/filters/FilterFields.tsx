import { Select, TextField } from "../../../design";
import { type Filter, type FilterName, FILTERS } from "../filter";
import type { OpenTasks } from "../open-tasks";
import { choicesFor } from "./choices";
import { t } from "./texts";

interface Props {
  filter: Filter;
  all: OpenTasks | undefined;
  set: (name: FilterName, value: string) => void;
}

const CHOSEN = FILTERS.filter((name) => name !== "text" && name !== "due");
const RANGE = "..";

export function FilterFields({ filter, all, set }: Props) {
  return (
    <div className="rounded-panel border-line bg-surface grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3 border p-3">
      {CHOSEN.map((name) => (
        <Select
          key={name}
          label={t(name)}
          options={[{ value: "", label: t("any") }, ...choicesFor(name, all)]}
          value={filter[name] ?? ""}
          onChange={(value) => set(name, value)}
        />
      ))}
      <DueField value={filter.due ?? ""} set={(value) => set("due", value)} />
    </div>
  );
}

/** A named range, or two days of which one may be left out. */
function DueField({ value, set }: { value: string; set: (value: string) => void }) {
  const isRange = value.includes(RANGE);
  const [from = "", to = ""] = isRange ? value.split(RANGE) : [];
  const options = [{ value: "", label: t("any") }, ...choicesFor("due", undefined), { value: RANGE, label: t("range") }];
  return (
    <>
      <Select label={t("due")} options={options} value={isRange ? RANGE : value} onChange={set} />
      {isRange && (
        <>
          <TextField type="date" label={t("from")} value={from} onChange={(event) => set(event.target.value + RANGE + to)} />
          <TextField type="date" label={t("to")} value={to} onChange={(event) => set(from + RANGE + event.target.value)} />
        </>
      )}
    </>
  );
}

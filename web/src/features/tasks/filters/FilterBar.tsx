import { type ReactNode, useId, useState } from "react";
import { Button, Chip, TextField } from "../../../design";
import { type Filter, type FilterName, FILTERS } from "../filter";
import type { OpenTasks } from "../open-tasks";
import type { Place } from "../place";
import type { ChangePlace } from "../usePlace";
import { choiceName } from "./choices";
import { FilterFields } from "./FilterFields";
import { isSaved, useSavedFilters } from "./saved";
import { SaveFilter } from "./SaveFilter";
import { t } from "./texts";

interface Props {
  place: Place;
  change: ChangePlace;
  all: OpenTasks | undefined;
  /** What stands beside the search. */
  children: ReactNode;
}

/** What the tasks are narrowed to: typed words at once, all else behind one button, and as chips that can be removed. */
export function FilterBar({ place, change, all, children }: Props) {
  const { filter } = place;
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const { saved } = useSavedFilters();
  const fields = useId();
  const set = (name: FilterName, value: string) => change({ filter: withPart(filter, name, value) }, { replace: true });
  const chosen = FILTERS.filter((name) => name !== "text" && filter[name]);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-40 flex-1">
          <TextField
            type="search"
            hideLabel
            label={t("search")}
            placeholder={t("search")}
            value={filter.text ?? ""}
            onChange={(event) => set("text", event.target.value)}
          />
        </div>
        <Button icon="sliders-horizontal" aria-expanded={open} aria-controls={fields} onClick={() => setOpen(!open)}>
          {chosen.length ? t("filtersOn", { count: chosen.length }) : t("filters")}
        </Button>
        {children}
      </div>
      <div id={fields} hidden={!open}>
        {open && <FilterFields filter={filter} all={all} set={set} />}
      </div>
      {Object.keys(filter).length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          {chosen.map((name) => (
            <ChosenPart key={name} name={name} value={choiceName(name, filter[name] ?? "", all)} onRemove={() => set(name, "")} />
          ))}
          <Button variant="quiet" onClick={() => change({ filter: {} })}>
            {t("clear")}
          </Button>
          {!isSaved(saved, place) && (
            <Button variant="quiet" icon="star" onClick={() => setSaving(true)}>
              {t("save")}
            </Button>
          )}
        </div>
      )}
      {saving && <SaveFilter place={place} onClose={() => setSaving(false)} />}
    </div>
  );
}

function ChosenPart({ name, value, onRemove }: { name: FilterName; value: string; onRemove: () => void }) {
  const words = { name: t(name), value };
  return (
    <Chip tone="accent" onRemove={onRemove} removeLabel={t("removeFilter", words)}>
      {t("named", words)}
    </Chip>
  );
}

function withPart(filter: Filter, name: FilterName, value: string): Filter {
  const { [name]: _before, ...rest } = filter;
  return value ? { ...rest, [name]: value } : rest;
}

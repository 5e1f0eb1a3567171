import { Chip, Select } from "../../design";
import { AREAS, areaName, named, statusName } from "../../i18n/words";
import { type Filter, STATUSES } from "./filter";
import { t } from "./texts";
import { MOODS, TYPES } from "./thought";

interface Props {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** Narrow the feed; tags and people are chosen where they stand. */
export function Filters({ filter, onChange }: Props) {
  const { tag, person, type, area, mood, status } = filter;
  const without = (name: keyof Filter): Filter => {
    const { [name]: _, ...others } = filter;
    return others;
  };
  const to = <N extends keyof Filter>(name: N, value: Filter[N] | ""): void =>
    onChange(value ? { ...filter, [name]: value } : without(name));
  return (
    <search aria-label={t("filters")} className="relative flex min-w-0 flex-wrap items-center gap-2 *:shrink-0 max-sm:-mx-4 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1">
      <Select hideLabel label={t("type")} value={type ?? ""} onChange={(value) => to("type", value)}
        options={[{ value: "", label: t("allTypes") }, ...TYPES.map((value) => ({ value, label: named("type", value) }))]} />
      <Select hideLabel label={t("area")} value={area ?? ""} onChange={(value) => to("area", value)}
        options={[{ value: "", label: t("allAreas") }, ...AREAS.map((value) => ({ value, label: areaName(value) }))]} />
      <Select hideLabel label={t("mood")} value={mood ?? ""} onChange={(value) => to("mood", value)}
        options={[{ value: "", label: t("allMoods") }, ...MOODS.map((value) => ({ value, label: named("sentiment", value) }))]} />
      <Select hideLabel label={t("status")} value={status ?? ""} onChange={(value) => to("status", value)}
        options={[{ value: "", label: t("allStatuses") }, ...STATUSES.map((value) => ({ value, label: statusName("thought", value) }))]} />
      {tag && <Chip onRemove={() => onChange(without("tag"))}>{t("tagIs", { tag })}</Chip>}
      {person && <Chip onRemove={() => onChange(without("person"))}>{t("withPerson", { person })}</Chip>}
    </search>
  );
}

import { Chip, Dot } from "../../design";
import { type Area, AREAS, areaName } from "../../i18n/words";
import { t } from "./texts";

/** The areas of life that something belongs to. */
export function Areas({ areas }: { areas: readonly Area[] }) {
  return areas.map((area) => (
    <span key={area} className="inline-flex items-center gap-1.5">
      <Dot tone={area} />
      {areaName(area)}
    </span>
  ));
}

interface FieldProps {
  areas: readonly Area[];
  onChange: (areas: Area[]) => void;
}

export function AreasField({ areas, onChange }: FieldProps) {
  const toggle = (area: Area) => onChange(AREAS.filter((one) => areas.includes(one) !== (one === area)));
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{t("areas")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {AREAS.map((area) => (
          <Chip key={area} tone={area} pressed={areas.includes(area)} onPress={() => toggle(area)}>
            {areaName(area)}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}

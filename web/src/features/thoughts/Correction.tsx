import type { ReactNode } from "react";
import { Badge, Chip, Select } from "../../design";
import { formatPercent } from "../../i18n/dates";
import { AREAS, areaName, named } from "../../i18n/words";
import { type Correction as Corrected, useThoughtActs } from "./acts";
import type { Found } from "./found";
import { NamesField } from "./NamesField";
import { t } from "./texts";
import { type Analysis, MOODS, type Thought, TYPES } from "./thought";

interface Props {
  thought: Thought;
  analysis: Analysis | undefined;
}

type Field = keyof Corrected;

const WHAT: Record<Field, Found["what"]> = {
  type: "type",
  is_actionable: "is_actionable",
  sentiment: "sentiment",
  life_areas: "life_area",
  people: "person",
  tags: "tag",
};

/** What the engine understood, to be put right where it stands; a person's own word is left alone from then on. */
export function Correction({ thought, analysis }: Props) {
  const { correct } = useThoughtActs();
  const set = (correction: Corrected) => void correct(thought, correction);
  const { type, is_actionable, sentiment, life_areas, people, tags } = thought;
  const origin = (field: Field) => <Origin {...{ thought, analysis, field }} />;
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <Part origin={origin("type")}>
          <Select
            label={t("type")}
            options={[unknown(), ...TYPES.map((value) => ({ value, label: named("type", value) }))]}
            value={type ?? ""}
            onChange={(value) => set({ type: value || null })}
          />
        </Part>
        <Part origin={origin("sentiment")}>
          <Select
            label={t("mood")}
            options={[unknown(), ...MOODS.map((value) => ({ value, label: named("sentiment", value) }))]}
            value={sentiment ?? ""}
            onChange={(value) => set({ sentiment: value || null })}
          />
        </Part>
        <Part origin={origin("is_actionable")}>
          <Select
            label={t("actionable")}
            options={[unknown(), { value: "yes", label: t("yes") }, { value: "no", label: t("no") }]}
            value={is_actionable === null ? "" : is_actionable ? "yes" : "no"}
            onChange={(value) => set({ is_actionable: value === "" ? null : value === "yes" })}
          />
        </Part>
      </div>
      <Part origin={origin("life_areas")}>
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{t("areas")}</legend>
          <div className="flex flex-wrap gap-1.5">
            {AREAS.map((area) => (
              <Chip
                key={area}
                tone={area}
                pressed={life_areas.includes(area)}
                onPress={() => set({ life_areas: AREAS.filter((one) => life_areas.includes(one) !== (one === area)) })}
              >
                {areaName(area)}
              </Chip>
            ))}
          </div>
        </fieldset>
      </Part>
      <Part origin={origin("people")}>
        <NamesField label={t("people")} add={t("addPerson")} names={people} onChange={(names) => set({ people: names })} />
      </Part>
      <Part origin={origin("tags")}>
        <NamesField label={t("tags")} add={t("addTag")} names={tags} onChange={(names) => set({ tags: names.map(asTag) })} />
      </Part>
    </div>
  );
}

function unknown(): { value: ""; label: string } {
  return { value: "", label: t("unknown") };
}

function asTag(name: string): string {
  return name.replace(/^#+/, "").trim().toLowerCase();
}

function Part({ origin, children }: { origin: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      {children}
      <div className="empty:hidden">{origin}</div>
    </div>
  );
}

/** Whose word a field is. */
function Origin({ thought, analysis, field }: Props & { field: Field }) {
  if (thought.corrected.includes(field)) return <Badge tone="accent">{t("youSet")}</Badge>;
  const found = analysis?.findings.filter(({ what }) => what === WHAT[field]) ?? [];
  if (found.length === 0) return null;
  const least = Math.min(...found.map(({ confidence }) => confidence));
  return <span className="text-muted text-sm">{t("found", { percent: formatPercent(Math.round(least * 100) / 100) })}</span>;
}

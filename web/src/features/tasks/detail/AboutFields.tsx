import { Chip, Select } from "../../../design";
import { AREAS, areaName, priorityName, statusName } from "../../../i18n/words";
import { useRecords } from "../../../life/hooks";
import type { Task } from "../task";
import { tagsOf, wordsOf } from "../words";
import { EditedField } from "./EditedText";
import { t } from "./texts";
import type { Edit } from "./useEdit";

interface Props {
  task: Task;
  edit: Edit;
}

const LEVELS = ["1", "2", "3", "4", "5"];
const NONE = "";

export function AboutFields({ task, edit }: Props) {
  const none = { value: NONE, label: t("none") };
  const priorities = [none, ...LEVELS.map((value) => ({ value, label: t("level", { level: value, name: priorityName(Number(value)) }) }))];
  const energies = [none, ...LEVELS.map((level) => ({ value: level, label: t("energyLevel", { level }) }))];
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-3">
        <Select
          label={t("priority")}
          options={priorities}
          value={String(task.priority ?? NONE)}
          onChange={(value) => edit({ priority: Number(value) || null }, t("priority"))}
        />
        <Select
          label={t("energy")}
          options={energies}
          value={String(task.energy ?? NONE)}
          onChange={(value) => edit({ energy: Number(value) || null }, t("energy"))}
        />
        <Belonging task={task} edit={edit} kind="project" />
        <Belonging task={task} edit={edit} kind="goal" />
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(12rem,1fr))] gap-3">
        <EditedField label={t("tags")} hint={t("commas")} value={task.tags.join(", ")} onCommit={(value) => edit({ tags: tagsOf(value) }, t("tags"))} />
        <EditedField label={t("people")} hint={t("commas")} value={task.people.join(", ")} onCommit={(value) => edit({ people: wordsOf(value) }, t("people"))} />
      </div>
      <Areas task={task} edit={edit} />
    </div>
  );
}

/** The project or goal it belongs to: one that is active, or the one it has. */
function Belonging({ task, edit, kind }: Props & { kind: "project" | "goal" }) {
  const field = `${kind}_id` as const;
  const current = task[field];
  const found = useRecords({ kind }) ?? [];
  const fitting = found.filter(({ id, status }) => status === "active" || id === current).toSorted((a, b) => a.title.localeCompare(b.title));
  const options = [{ value: NONE, label: t("none") }, ...fitting.map(({ id, title }) => ({ value: id, label: title }))];
  return <Select label={t(kind)} options={options} value={current ?? NONE} onChange={(id) => edit({ [field]: id || null }, t(kind))} />;
}

function Areas({ task: { life_areas }, edit }: Props) {
  const toggle = (area: (typeof AREAS)[number]) => {
    const areas = life_areas.includes(area) ? life_areas.filter((other) => other !== area) : [...life_areas, area];
    edit({ life_areas: areas }, t("areas"));
  };
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t("areas")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {AREAS.map((area) => (
          <Chip key={area} tone={area} pressed={life_areas.includes(area)} onPress={() => toggle(area)}>
            {areaName(area)}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}

const STATUSES = ["todo", "in_progress", "done", "cancelled"] as const;

export function StatusField({ task, set }: { task: Task; set: (status: Task["status"]) => void }) {
  const options = STATUSES.map((value) => ({ value, label: statusName("task", value) }));
  return <Select hideLabel label={t("status")} options={options} value={task.status} onChange={set} />;
}

import { useState } from "react";
import { Checkbox, Chip, Panel, Segmented, Select, Switch, TextArea, TextField } from "../../src/design";
import { AREAS, areaName } from "../../src/i18n/words";

const VIEWS = [
  { value: "list", label: "List" },
  { value: "board", label: "Board" },
  { value: "upcoming", label: "Upcoming" },
] as const;

export function Forms() {
  const [view, setView] = useState<"list" | "board" | "upcoming">("list");
  const [on, setOn] = useState(true);
  const [pressed, setPressed] = useState(true);
  return (
    <Panel title="Forms">
      <div className="flex flex-col gap-4">
        <TextField label="Title" hint="What you will do" placeholder="Buy bread" />
        <TextField label="E-mail" error="This is no e-mail address." defaultValue="ada" />
        <TextField label="Disabled" disabled defaultValue="Nothing to change" />
        <TextArea label="Notes" />
        <Select label="View" options={VIEWS} value={view} onChange={setView} />
        <Segmented label="View" options={VIEWS} value={view} onChange={setView} />
        <Checkbox label="A choice" checked={on} onChange={setOn} hint="With a hint" />
        <Checkbox label="Disabled" checked={false} onChange={setOn} disabled />
        <Switch label="On or off" checked={on} onChange={setOn} hint="At once" />
        <Switch label="Off" checked={!on} onChange={setOn} />
        <div className="flex flex-wrap gap-2">
          <Chip>{"plain"}</Chip>
          <Chip onPress={() => setPressed(!pressed)} pressed={pressed}>{"pressed"}</Chip>
          <Chip onPress={() => setPressed(!pressed)} pressed={!pressed} tone="accent">{"to press"}</Chip>
          <Chip onRemove={() => undefined} tone="accent">{"Tomorrow 14:00"}</Chip>
          {AREAS.map((area) => (
            <Chip key={area} tone={area} onRemove={() => undefined}>{areaName(area)}</Chip>
          ))}
        </div>
      </div>
    </Panel>
  );
}

import { Badge, Button, Checkbox, Empty, List, Menu, Panel, Row } from "../../src/design";

const ITEMS = [
  { label: "Edit", icon: "pencil", onSelect: () => undefined },
  { label: "Not now", icon: "hourglass", onSelect: () => undefined, disabled: true },
  { label: "Delete", icon: "trash-2", onSelect: () => undefined, danger: true },
] as const;

export function Lists() {
  return (
    <>
      <Panel title="Tasks" actions={<Menu label="More" items={ITEMS} />}>
        <List label="Tasks">
          {["Call the dentist", "Write down what the long walk on Sunday brought to mind, before it is gone again", "Water the plants"].map((title) => (
            <Row
              key={title}
              leading={<Checkbox label={title} hideLabel checked={false} onChange={() => undefined} />}
              trailing={<Menu label={`More about ${title}`} items={ITEMS} />}
            >
              <p>{title}</p>
              <p className="text-muted text-sm">
                {"Tomorrow · "}
                <Badge tone="health">{"Health"}</Badge>
              </p>
            </Row>
          ))}
        </List>
      </Panel>
      <Panel>
        <Empty icon="sprout" title="Nothing grows here yet" text="Write down what you want to reach, and in which steps." action={<Button variant="primary">{"Set a goal"}</Button>} />
      </Panel>
    </>
  );
}

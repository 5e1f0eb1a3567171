import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Badge, Button, Dialog, Dot, IconButton, Kbd, notify, Page, Panel, Progress, Skeleton, Spinner } from "../../src/design";
import { Notices } from "../../src/design/Notices";
import { AREAS, areaName } from "../../src/i18n/words";
import { Forms } from "./Forms";
import { Lists } from "./Lists";
import "../../src/design/tokens.css";

const VARIANTS = ["primary", "plain", "quiet", "danger"] as const;
const TONES = ["plain", "accent", "good", "warning", "danger"] as const;

/** Every component in its states: to look at, and for axe. */
function Gallery() {
  const [open, setOpen] = useState(false);
  const undo = { label: "Undo", run: () => undefined };
  return (
    <main>
      <Page title="Components" actions={<Button icon="plus" variant="primary" onClick={() => setOpen(true)}>{"Open dialog"}</Button>}>
        <Panel title="Buttons">
          <div className="flex flex-wrap gap-2">
            {VARIANTS.map((variant) => (
              <Button key={variant} variant={variant}>{variant}</Button>
            ))}
            <Button icon="check">{"With icon"}</Button>
            <Button busy>{"Busy"}</Button>
            <Button disabled>{"Disabled"}</Button>
            <IconButton icon="pencil" label="Edit" />
            <Button onClick={() => notify({ text: "Task “Buy bread” is done", action: undo })}>{"Notify"}</Button>
            <Button onClick={() => notify({ text: "That did not work", tone: "problem" })}>{"Problem"}</Button>
          </div>
        </Panel>
        <Panel title="Badges and dots">
          <div className="flex flex-wrap items-center gap-2">
            {TONES.map((tone) => (
              <Badge key={tone} tone={tone}>{tone}</Badge>
            ))}
            {AREAS.map((area) => (
              <Badge key={area} tone={area}>
                <Dot tone={area} />
                {areaName(area)}
              </Badge>
            ))}
            <Kbd>{"Ctrl"}</Kbd>
            <Kbd>{"K"}</Kbd>
          </div>
        </Panel>
        <Forms />
        <Lists />
        <Panel title="Waiting">
          <Progress label="Filling" value={0.4} />
          <div className="mt-3"><Spinner label="One moment …" /></div>
          <Skeleton lines={3} />
        </Panel>
        <Panel title="Type">
          {(["text-xs", "text-sm", "text-base", "text-lg", "text-xl", "text-2xl", "text-3xl"] as const).map((size) => (
            <p key={size} className={size}>{`${size} – A calm place to work in`}</p>
          ))}
          <p className="text-muted">{"Muted: what helps"}</p>
          <p className="text-faint">{"Faint: what is beside the point"}</p>
        </Panel>
      </Page>
      <Dialog open={open} onClose={() => setOpen(false)} title="A dialog" actions={<Button variant="primary">{"Save"}</Button>}>
        <p>{"It asks for one thing."}</p>
      </Dialog>
      <Notices />
    </main>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Gallery />);

import { useState } from "react";
import { Button, List, Panel } from "../../design";
import type { Day } from "../../i18n/days";
import { TaskRow } from "../tasks";
import type { Item } from "./order";
import { reasonText } from "./reason";
import { t } from "./texts";

const FIRST = 3;
const SHOWN = 12;

/** What matters now: three to begin with that wait for nothing, then the others. */
export function Tasks({ items, day }: { items: Item[]; day: Day }) {
  const [all, showAll] = useState(false);
  const first = items.filter(({ blockedBy }) => blockedBy.length === 0).slice(0, FIRST);
  const others = items.filter((item) => !first.includes(item));
  const shown = all ? others : others.slice(0, SHOWN);
  return (
    <>
      {first.length > 0 && (
        <Panel title={t("first")}>
          <Items items={first} day={day} className="text-lg font-medium" />
        </Panel>
      )}
      {others.length > 0 && (
        <Panel title={t("others")}>
          <Items items={shown} day={day} />
          {shown.length < others.length && (
            <Button variant="quiet" onClick={() => showAll(true)}>
              {t("more", { count: others.length - shown.length })}
            </Button>
          )}
        </Panel>
      )}
    </>
  );
}

function Items({ items, day, className }: { items: Item[]; day: Day; className?: string }) {
  return (
    <List>
      {items.map((item) => (
        <TaskRow key={item.task.id} task={item.task} note={reasonText(item, day)} hideDue className={className} />
      ))}
    </List>
  );
}

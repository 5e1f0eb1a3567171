import { useState } from "react";
import { useLocation } from "wouter";
import { Badge, Icon, Menu, Row } from "../../design";
import { formatDay } from "../../i18n/dates";
import { useToday } from "../../i18n/today";
import { useAct } from "../../life/hooks";
import { historyPath } from "../history";
import { Forgetting } from "./Forgetting";
import { holdsOn, type Memory } from "./memory";
import { MemoryForm } from "./MemoryForm";
import { t } from "./texts";
import { Why } from "./Why";

/** A memory, how long it holds, and why it is known. */
export function MemoryRow({ memory, isOpen }: { memory: Memory; isOpen: boolean }) {
  const holds = holdsOn(memory, useToday());
  const { statement, what, pinned, sensitive } = memory;
  return (
    <Row leading={pinned && <Pinned />} trailing={<MemoryMenu memory={memory} />}>
      <p className={holds ? "" : "text-muted"}>{statement}</p>
      <p className="text-muted flex flex-wrap items-center gap-1.5 text-sm">
        <Badge>{t(`what.${what}`)}</Badge>
        {sensitive && <Badge tone="warning">{t(`sensitive.${sensitive}`)}</Badge>}
        <span>{spanOf(memory)}</span>
      </p>
      <Why memory={memory} isOpen={isOpen} />
    </Row>
  );
}

function Pinned() {
  return (
    <>
      <Icon name="pin" className="text-accent-ink size-4" />
      <span className="sr-only">{t("pinned")}</span>
    </>
  );
}

/** From when until when it held, as far as that is known. */
function spanOf({ valid_from, valid_until, closed_at }: Memory): string {
  const from = valid_from && formatDay(valid_from);
  const until = valid_until && formatDay(valid_until);
  if (from && until) return t("fromUntil", { from, until });
  if (until) return t("until", { until });
  if (closed_at) return t("ended");
  return from ? t("since", { from }) : "";
}

function MemoryMenu({ memory }: { memory: Memory }) {
  const act = useAct();
  const [, go] = useLocation();
  const [asked, ask] = useState<"edit" | "forget">();
  const { id, statement, pinned } = memory;
  const pin = () => void act("memories.pin", { id, pinned: !pinned }, t(pinned ? "unpinned" : "isPinned", { statement }));
  return (
    <>
      <Menu
        label={t("acts", { statement })}
        items={[
          { label: t("edit"), icon: "pencil", onSelect: () => ask("edit") },
          { label: t(pinned ? "unpin" : "pin"), icon: pinned ? "pin-off" : "pin", onSelect: pin },
          { label: t("history"), icon: "history", onSelect: () => go(historyPath("memory", id)) },
          { label: t("forget"), icon: "trash-2", danger: true, onSelect: () => ask("forget") },
        ]}
      />
      {asked === "edit" && <MemoryForm memory={memory} onClose={() => ask(undefined)} />}
      {asked === "forget" && <Forgetting memory={memory} onClose={() => ask(undefined)} />}
    </>
  );
}

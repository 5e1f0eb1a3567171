import { Link } from "wouter";
import { Badge, Panel } from "../../../design";
import { useLock } from "../../../lock";
import { t } from "./texts";

type Text = Parameters<typeof t>[0];

const SERVER: readonly Text[] = ["sealed", "clear", "running", "masterKey"];
const LOCKED: readonly Text[] = ["lockedSealed", "lockedClear", "lockedBefore", "lockedOpen"];
const MACHINE: readonly Text[] = ["nothing", "onlyServer", "keys"];

/** Who can read what, in plain words; docs/app-privacy.md says the same at length. */
export function PrivacyPage() {
  const { lock } = useLock();
  return (
    <>
      <p className="text-muted">{t("intro")}</p>
      <Part title="server" lines={SERVER} />
      <Panel title={t("device")} actions={<Badge tone={lock ? "good" : "warning"}>{t(lock ? "locked" : "unlocked")}</Badge>}>
        {lock ? <Lines of={LOCKED} /> : <Lines of={["unlockedText"]} />}
        <Link href="/settings/lock" className="text-accent-ink mt-3 inline-flex min-h-9 items-center font-medium underline">
          {t(lock ? "lockChange" : "lockOn")}
        </Link>
      </Panel>
      <Part title="machine" lines={MACHINE} />
    </>
  );
}

function Part({ title, lines }: { title: Text; lines: readonly Text[] }) {
  return (
    <Panel title={t(title)}>
      <Lines of={lines} />
    </Panel>
  );
}

function Lines({ of: lines }: { of: readonly Text[] }) {
  return (
    <div className="flex flex-col gap-3">
      {lines.map((line) => (
        <p key={line}>{t(line)}</p>
      ))}
    </div>
  );
}

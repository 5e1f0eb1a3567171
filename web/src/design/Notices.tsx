import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { IconButton } from "./Button";
import { type Notice, onNotice } from "./notices";
import { t } from "./texts";
import { useTopmost } from "./topmost";

interface Shown extends Notice {
  key: number;
}

const STAYS = 6000;
let next = 0;

/** Where notices appear, and are read out: in the dialog that is open, which leaves nothing beside it to press. */
export function Notices() {
  const [shown, setShown] = useState<Shown[]>([]);
  useEffect(() => onNotice((notice) => setShown((before) => [...before.slice(-2), { ...notice, key: next++ }])), []);
  const close = (key: number) => setShown((before) => before.filter((notice) => notice.key !== key));
  const dialog = useTopmost();
  const region = (
    <section aria-label={t("notices")} aria-live="polite" className="pointer-events-none fixed inset-x-0 bottom-20 z-40 flex flex-col items-center gap-2 px-4 md:bottom-6">
      {shown.map((notice) => (
        <Told key={notice.key} notice={notice} close={() => close(notice.key)} />
      ))}
    </section>
  );
  return dialog ? createPortal(region, dialog) : region;
}

function Told({ notice: { text, action, tone, stays = false }, close }: { notice: Notice; close: () => void }) {
  const [held, setHeld] = useState(stays);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(close, STAYS);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(stays)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(stays)}
      className={`rounded-panel border-line bg-raised shadow-high pointer-events-auto flex max-w-md items-center gap-2 border py-1 pr-1 pl-4 text-sm ${tone === "problem" ? "text-danger-ink" : ""}`}
    >
      <p className="min-w-0 flex-1 py-1.5">{text}</p>
      {action && (
        <button
          type="button"
          className="rounded-control text-accent-ink hover:bg-accent-soft min-h-9 px-3 font-semibold"
          onClick={() => {
            close();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon="x" label={t("close")} onClick={close} />
    </div>
  );
}

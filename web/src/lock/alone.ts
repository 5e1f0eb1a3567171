import { alone, hasLocks } from "../api/alone";
import { dismissAll } from "../device/vault-ring";
import { LEADING } from "../sync/tabs";

const CONTENTS = "selfos-contents";

let leave: (() => void) | undefined;

/** Held by every page that uses what lies on the device; waits while a page changes how all of it is sealed. */
export function share(): Promise<void> {
  if (!hasLocks()) return Promise.resolve(); // nor is there anything to seal with
  return new Promise((granted) => {
    const stay = (): Promise<void> => {
      granted();
      return new Promise((resolve) => (leave = resolve));
    };
    void navigator.locks.request(CONTENTS, { mode: "shared" }, stay);
  });
}

/** Make the other pages start anew and wait, let the last round of sync end, then work while nobody uses the device. */
export async function whileAlone(work: () => Promise<void>): Promise<void> {
  leave?.();
  dismissAll();
  await alone(CONTENTS, () => alone(LEADING, work));
}

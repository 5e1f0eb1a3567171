import { dismissAll } from "../device/vault-ring";

const CONTENTS = "selfos-contents";

let leave: (() => void) | undefined;

/** Held by every page that uses what lies on the device; waits while a page changes how all of it is sealed. */
export function share(): Promise<void> {
  return new Promise((granted) => {
    const stay = (): Promise<void> => {
      granted();
      return new Promise((resolve) => (leave = resolve));
    };
    void navigator.locks.request(CONTENTS, { mode: "shared" }, stay);
  });
}

/** Make the other pages start anew and wait; then work while nobody else uses the device. */
export async function alone(work: () => Promise<void>): Promise<void> {
  leave?.();
  dismissAll();
  await navigator.locks.request(CONTENTS, work);
}

import type { Device } from "./device";
import { plainVault } from "./vault";
import { readLock } from "./vault-lock";

/** What the tabs and workers of this browser profile tell each other about the app lock. */
type Message = { say: "ask" } | { say: "key"; key: CryptoKey } | { say: "leave" };

const CHANNEL = "selfos-lock";
/** Another tab answers within a few milliseconds, or is not there. */
const PATIENCE = 150;

const channel = new BroadcastChannel(CHANNEL);
let held: CryptoKey | undefined;

/** Keep the key for this tab, and give it to those that ask. It lies in memory only, and cannot be read out of it. */
export function hold(key: CryptoKey): void {
  held = key;
}

/** Everyone drops the key and, where it is a page, starts anew: nothing that was opened stays in memory. */
export function dismissAll(): void {
  held = undefined;
  channel.postMessage({ say: "leave" } satisfies Message);
}

/** Calls back when another tab has locked or changes the lock. */
export function onDismissed(leave: () => void): void {
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.say === "leave") leave();
  });
}

channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
  if (data.say === "leave") held = undefined;
  if (data.say === "ask" && held) channel.postMessage({ say: "key", key: held } satisfies Message);
});

/** Give a device its vault; false where it is locked. For pages and workers alike. */
export async function enter(device: Device): Promise<boolean> {
  const lock = await readLock(device);
  if (lock && lock.state !== "on") return false;
  const key = lock && (held ?? (await asked()));
  if (lock && !key) return false;
  await openWith(device, key);
  return true;
}

/** From now on the device reads and writes with this key; with none, in clear. */
export async function openWith(device: Device, key: CryptoKey | undefined): Promise<void> {
  device.vault = key ? (await import("./vault-sealed")).sealedVault(key) : plainVault;
  if (key) hold(key);
}

function asked(): Promise<CryptoKey | undefined> {
  return new Promise((resolve) => {
    const answered = ({ data }: MessageEvent<Message>): void => {
      if (data.say === "key") settle(data.key);
    };
    const settle = (key?: CryptoKey): void => {
      channel.removeEventListener("message", answered);
      clearTimeout(timer);
      resolve(key);
    };
    const timer = setTimeout(settle, PATIENCE);
    channel.addEventListener("message", answered);
    channel.postMessage({ say: "ask" } satisfies Message);
  });
}

import { type ReactNode, useEffect, useRef, useState } from "react";
import { fetched } from "../design";
import { plainVault } from "../device/vault";
import { changeLock, type Lock, readLock } from "../device/vault-lock";
import { enter, onDismissed, openWith } from "../device/vault-ring";
import { useLife } from "../life/hooks";
import { share } from "./alone";
import { type AppLock, LockContext } from "./context";

const Guarded = fetched(() => import("./Guarded"));
const LockScreen = fetched(() => import("./LockScreen"));
const TurningScreen = fetched(() => import("./TurningScreen"));

type Stage =
  | { at: "start" }
  | { at: "open"; lock: Lock | undefined }
  | { at: "locked"; lock: Lock }
  | { at: "turning"; lock: Lock; dataKey: CryptoKey };

/** Lets the app in once what lies on the device can be read, and starts sync then. */
export function LockGate({ children }: { children: ReactNode }) {
  const { device, sync } = useLife();
  const [stage, setStage] = useState<Stage>({ at: "start" });
  const begun = useRef(false);
  const isOpen = useRef(false);

  const open = (lock: Lock | undefined): void => {
    if (!isOpen.current) sync.start();
    isOpen.current = true;
    setStage({ at: "open", lock });
  };
  const look = async (): Promise<void> => {
    const lock = await readLock(device);
    if (await enter(device)) open(lock);
    else if (lock && !isOpen.current) setStage({ at: "locked", lock });
  };
  const unlocked = async (lock: Lock, dataKey: CryptoKey): Promise<void> => {
    if (lock.state !== "on") return setStage({ at: "turning", lock, dataKey });
    await openWith(device, dataKey);
    open(lock);
  };

  const broken = (error: unknown): void =>
    setStage(() => {
      throw error; // to be shown: a device that cannot be read has nothing to begin with
    });

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    onDismissed(() => location.reload());
    share().then(look).catch(broken);
  }, []);

  if (stage.at === "start") return null;
  if (stage.at === "open") {
    const change: AppLock["change"] = async (changes) => setStage({ at: "open", lock: await changeLock(device, changes) });
    const changed = (lock: Lock | undefined): void => {
      if (!lock && device.vault !== plainVault) location.reload(); // another tab has emptied the device
      else setStage({ at: "open", lock });
    };
    const turn: AppLock["turn"] = (lock, dataKey) => setStage({ at: "turning", lock, dataKey });
    return (
      <LockContext value={{ lock: stage.lock, change, turn }}>
        {children}
        {stage.lock && <Guarded lock={stage.lock} onChange={changed} />}
      </LockContext>
    );
  }
  if (stage.at === "locked") return <LockScreen lock={stage.lock} onUnlocked={unlocked} onSeen={() => void look()} />;
  return <TurningScreen lock={stage.lock} dataKey={stage.dataKey} />;
}

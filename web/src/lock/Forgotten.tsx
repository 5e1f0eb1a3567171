import { useState } from "react";
import { Button, Confirm } from "../design";
import { dismissAll } from "../device/vault-ring";
import { useLife, useWaiting } from "../life/hooks";
import { t } from "./texts";

/** Who has forgotten the passphrase can only empty this device and fill it again from the server. */
export function Forgotten() {
  const { device } = useLife();
  const waiting = useWaiting();
  const [asked, setAsked] = useState(false);
  const wipe = async (): Promise<void> => {
    await device.wipe();
    dismissAll();
    location.assign("/sign-in");
  };
  const text = waiting > 0 ? t("wipeUnsent", { count: waiting }) : t("wipeText");
  return (
    <div className="border-line border-t pt-3">
      <Button variant="quiet" onClick={() => setAsked(true)}>
        {t("forgotten")}
      </Button>
      <Confirm
        danger
        open={asked}
        title={t("wipe")}
        text={text}
        confirm={t("wipe")}
        onConfirm={() => void wipe()}
        onClose={() => setAsked(false)}
      />
    </div>
  );
}

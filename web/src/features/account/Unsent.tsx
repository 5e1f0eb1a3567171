import { download } from "../../browser/download";
import { Button } from "../../design";
import { today } from "../../i18n/days";
import { useLife, useRefused, useWaiting } from "../../life/hooks";
import type { Device } from "../../device/device";
import type { Act } from "../../sync/act";
import { t } from "./texts";

/** How much is on this device alone, and a way to keep it. Nothing is shown where there is nothing. */
export function Unsent() {
  const { device } = useLife();
  const waiting = useWaiting();
  const refused = useRefused().length;
  if (waiting + refused === 0) return null;
  return (
    <div className="rounded-control bg-warning-soft text-warning-ink flex flex-col items-start gap-2 p-3">
      {waiting > 0 && <p>{t("unsent", { count: waiting })}</p>}
      {refused > 0 && <p>{t("refused", { count: refused })}</p>}
      <Button icon="download" onClick={() => void saveUnsent(device)}>
        {t("saveFile")}
      </Button>
    </div>
  );
}

async function saveUnsent(device: Device): Promise<void> {
  const stored = await device.acts<Act>("waiting", "refused");
  const unsent = stored.map(({ act: { action, input, label, at } }) => ({ action, input, label, at: new Date(at).toISOString() }));
  download(t("fileName", { day: today() }), new Blob([JSON.stringify(unsent, null, 2)], { type: "application/json" }));
}

import { notify } from "../design";
import { t } from "./texts";

const EVERY = 60 * 60_000;

/** Installs the service worker, and lets the person choose when a new version takes over. */
export async function keepUpdated(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  if (!registration) return;
  let asked = false;
  const offer = (worker: ServiceWorker): void => {
    const run = (): void => {
      asked = true;
      worker.postMessage("update");
    };
    notify({ text: t("newVersion"), stays: true, action: { label: t("reloadNow"), run } });
  };
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const found = registration.installing;
    found?.addEventListener("statechange", () => found.state === "installed" && navigator.serviceWorker.controller && offer(found));
  });
  navigator.serviceWorker.addEventListener("controllerchange", () => (asked || document.hidden ? location.reload() : offerReload()));
  setInterval(() => void registration.update().catch(() => undefined), EVERY);
}

/** Another tab has taken the new version: what is open here and seen is left as it is until the person says so. */
function offerReload(): void {
  notify({ text: t("newVersion"), stays: true, action: { label: t("reloadNow"), run: () => location.reload() } });
}

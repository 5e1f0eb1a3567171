import { notify } from "../design";
import { t } from "./texts";

const EVERY = 60 * 60_000;

/** Installs the service worker, and lets the person choose when a new version takes over. */
export async function keepUpdated(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  if (!registration) return;
  let asked = false;
  let isServed = navigator.serviceWorker.controller !== null;
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
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (isServed) takeOver(asked);
    isServed = true; // by the worker that came with this very page, on a first visit
  });
  setInterval(() => void registration.update().catch(() => undefined), EVERY);
}

/** Where another tab has taken the new version, what is open here and seen is left as it is until the person says so. */
function takeOver(asked: boolean): void {
  if (asked || document.hidden) location.reload();
  else notify({ text: t("newVersion"), stays: true, action: { label: t("reloadNow"), run: () => location.reload() } });
}

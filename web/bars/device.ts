import type { Page } from "playwright-core";

/** Wait until the first filling of the device has ended; asked seldom, so that asking slows nothing. */
export async function complete(page: Page): Promise<void> {
  while ((await filling(page)) !== null) await page.waitForTimeout(200);
}

/** How much of the first filling is done, 0 to 1; null once it has ended. */
function filling(page: Page): Promise<number | null> {
  return page.evaluate(
    () =>
      new Promise<number | null>((resolve, reject) => {
        const opening = indexedDB.open("selfos");
        opening.addEventListener("error", () => reject(new Error("the device's database does not open")));
        opening.addEventListener("success", () => {
          const database = opening.result;
          const reading: IDBRequest<{ filling: number | null } | undefined> = database.transaction("standing").objectStore("standing").get(1);
          reading.addEventListener("success", () => {
            database.close();
            resolve(reading.result ? reading.result.filling : 0);
          });
        });
      }),
  );
}

/** Bytes of the device's database in the browser profile. */
export async function spent(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { usageDetails, usage = 0 } = (await navigator.storage.estimate()) as StorageEstimate & { usageDetails?: { indexedDB?: number } };
    return usageDetails?.indexedDB ?? usage;
  });
}

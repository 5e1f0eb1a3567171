import type { Page } from "playwright-core";

/** How many records the device has stored. */
export function stored(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("selfos");
        opening.addEventListener("error", () => reject(new Error("the device's database does not open")));
        opening.addEventListener("success", () => {
          const database = opening.result;
          const counting = database.transaction("rows").objectStore("rows").count();
          counting.addEventListener("success", () => {
            database.close();
            resolve(counting.result);
          });
        });
      }),
  );
}

/** Wait until the device has at least so many records. */
export async function complete(page: Page, count: number): Promise<void> {
  while ((await stored(page)) < count) await page.waitForTimeout(50);
}

/** Bytes of the device's database in the browser profile. */
export async function spent(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { usageDetails, usage = 0 } = (await navigator.storage.estimate()) as StorageEstimate & { usageDetails?: { indexedDB?: number } };
    return usageDetails?.indexedDB ?? usage;
  });
}

import { Dexie } from "dexie";
import type { Device } from "../../../device/device";
import { type Kind, KINDS } from "../../../device/kinds";
import type { Overlay } from "../../../sync/overlay";
import type { View } from "../../../sync/view";

const BATCH = 1000;

/** Every record as the person sees it, in one JSON file: `{format, exported_at, records: {thought: […], …}}`. */
export async function exported(device: Device, view: View, told: (share: number) => void): Promise<Blob> {
  const overlay = await view.overlay();
  const total = (await device.db.rows.count()) || 1;
  const parts = [`{"format":"selfos-export/1","exported_at":${JSON.stringify(new Date().toISOString())},"records":{`];
  let seen = 0;
  for (const kind of KINDS) {
    parts.push(`${parts.length > 1 ? "," : ""}\n${JSON.stringify(kind)}:[`);
    let separator = "\n";
    for await (const batch of batches(device, kind, overlay)) {
      for (const record of batch) {
        parts.push(separator + JSON.stringify(record));
        separator = ",\n";
      }
      told(Math.min(1, (seen += batch.length) / total));
    }
    parts.push("]");
  }
  parts.push("}}\n");
  return new Blob(parts, { type: "application/json" });
}

/** The records of a kind: what acts touch that wait, then the stored ones, so many at a time. */
async function* batches(device: Device, kind: Kind, overlay: Overlay): AsyncGenerator<object[]> {
  const touched = await Promise.all(overlay.touched(kind).map(async (id) => overlay.view(kind, id, await device.record(kind, id))));
  yield touched.filter((record) => record !== undefined);
  let last: unknown = Dexie.minKey;
  for (;;) {
    const rows = await device.db.rows.where(":id").between([kind, last], [kind, Dexie.maxKey], false).limit(BATCH).toArray();
    if (rows.length === 0) return;
    yield await Promise.all(rows.filter(({ id }) => !overlay.has(kind, id)).map((row) => device.opened(row)));
    last = rows.at(-1)?.id;
  }
}

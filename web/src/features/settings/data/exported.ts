import type { Device } from "../../../device/device";
import { type Kind, KINDS } from "../../../device/kinds";
import type { Overlay } from "../../../sync/overlay";
import type { View } from "../../../sync/view";

/** Every record as the person sees it, in one JSON file: `{format, exported_at, records: {thought: […], …}}`. */
export async function exported(device: Device, view: View, told: (share: number) => void): Promise<Blob> {
  const overlay = await view.overlay();
  const total = (await device.rows.count()) || 1;
  const found = new Map<Kind, Map<string, string>>();
  for (const kind of KINDS) found.set(kind, await touched(device, kind, overlay));
  let seen = 0;
  for await (const rows of device.rows.all()) {
    for (const row of rows) {
      if (overlay.has(row.kind, row.id)) continue;
      found.get(row.kind)?.set(row.id, JSON.stringify(await device.opened(row)));
    }
    told(Math.min(1, (seen += rows.length) / total));
  }
  const kinds = [...found].map(([kind, records]) => `${JSON.stringify(kind)}:[\n${[...records.values()].join(",\n")}]`);
  const head = `{"format":"selfos-export/1","exported_at":${JSON.stringify(new Date().toISOString())},"records":{`;
  return new Blob([head, kinds.join(",\n"), "}}\n"], { type: "application/json" });
}

/** What acts touch that wait. */
async function touched(device: Device, kind: Kind, overlay: Overlay): Promise<Map<string, string>> {
  const keys = overlay.touched(kind).map((id) => ({ kind, id }));
  const stored = await device.recordsOf(keys);
  const seen = keys.map(({ id }, place) => overlay.view(kind, id, stored[place]));
  return new Map(seen.filter((record) => record !== undefined).map((record) => [record.id, JSON.stringify(record)]));
}

import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { Device } from "../../../device/device";
import { newDataKey } from "../../../device/vault-keys";
import { sealedVault } from "../../../device/vault-sealed";
import { exported } from "./exported";
import { Outbox } from "../../../sync/outbox";
import { View } from "../../../sync/view";

const COUNT = 2345;

test("the file has every record as the person sees it, from a sealed device too", async () => {
  const device = new Device(`test-${crypto.randomUUID()}`);
  device.vault = sealedVault(await newDataKey());
  const view = new View(device);
  const outbox = new Outbox(device, view);
  const now = new Date().toISOString();
  const ids = Array.from({ length: COUNT }, () => crypto.randomUUID());
  const stored = ids.map((id) => ({ id, version: 1, created_at: now, updated_at: now, content: `"quoted" ${id}`, status: "open", captured_at: now }));
  await device.rows.add(await Promise.all(stored.map((record) => device.rowOf({ kind: "thought", space: "s", record }))));
  const [deleted = "", changed = ""] = ids;
  const made = crypto.randomUUID();
  await outbox.act("thoughts.delete", { id: deleted }, "");
  await outbox.act("thoughts.update", { id: changed, content: "changed offline" }, "");
  await outbox.act("thoughts.create", { id: made, content: "made offline" }, "");

  const told: number[] = [];
  const file = await exported(device, view, (share) => told.push(share));
  const { format, records } = JSON.parse(await file.text()) as { format: string; records: Record<string, { id: string; content: string }[]> };
  expect(format).toBe("selfos-export/1");
  const thoughts = new Map(records["thought"]?.map((thought) => [thought.id, thought.content]));
  expect(thoughts.size).toBe(COUNT);
  expect(thoughts.has(deleted)).toBe(false);
  expect(thoughts.get(changed)).toBe("changed offline");
  expect(thoughts.get(made)).toBe("made offline");
  expect(thoughts.get(ids.at(-1) ?? "")).toBe(`"quoted" ${ids.at(-1)}`);
  expect(records["task"]).toEqual([]);
  expect(told.at(-1)).toBe(1);
  await device.wipe();
});

import { alone } from "../../../api/alone";
import { newId } from "../../../device/ids";
import type { Life } from "../../../life/life";

const KEY = "filters";

interface Kept {
  name: string;
  search: string;
}

/** Filters that were kept on this device alone become records, once, so that the person's other devices have them too. */
export async function handOver({ device, outbox, view }: Pick<Life, "device" | "outbox" | "view">): Promise<void> {
  await alone("selfos-filters", async () => {
    const kept = (await device.get<Kept[]>(KEY)) ?? [];
    for (const { name, search } of kept) {
      const same = await view.records({ kind: "saved_filter", where: ({ query }) => query === search });
      if (same.length === 0) await outbox.act("saved_filters.create", { id: newId(), name, query: search }, name);
    }
    await device.unset(KEY);
  });
}

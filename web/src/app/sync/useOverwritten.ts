import { useEffect, useRef } from "react";
import { notify } from "../../design";
import { useLife, useLive } from "../../life/hooks";
import type { Act } from "../../sync/act";
import { t } from "./texts";

/** Tells in passing where a change replaced one that another device had made; the history has both. */
export function useOverwritten(go: (path: string) => void): void {
  const { device } = useLife();
  const told = useRef(new Set<string>());
  const answered = useLive(async () => (await device.acts<Act>("answered")).map(({ act }) => act), [device]);
  useEffect(() => {
    const fresh = (answered ?? []).filter(({ id, result }) => result?.overwritten.length && !told.current.has(id));
    for (const act of fresh) {
      told.current.add(act.id);
      tell(act, go);
    }
  }, [answered]);
}

function tell({ before }: Act, go: (path: string) => void): void {
  const [about] = before;
  if (!about) return;
  const record = { ...about.record };
  const title = "title" in record ? record.title : "content" in record ? record.content : t("refusedAct");
  notify({
    text: t("overwritten", { title: String(title).slice(0, 60) }),
    action: { label: t("history"), run: () => go(`/history/${about.kind}/${about.id}`) },
  });
}

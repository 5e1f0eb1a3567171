import { useState } from "react";
import { Checkbox, FormDialog } from "../../design";
import { useAct } from "../../life/hooks";
import type { Memory } from "./memory";
import { t } from "./texts";

/** Asks whether what it was learnt from shall go too. */
export function Forgetting({ memory: { id, statement, evidence }, onClose }: { memory: Memory; onClose: () => void }) {
  const act = useAct();
  const [sources, setSources] = useState(false);
  const submit = () => {
    onClose();
    void act("memories.forget", { id, sources }, t("forgotten", { statement }));
  };
  return (
    <FormDialog title={t("forgetTitle")} submit={t("forget")} onSubmit={submit} onClose={onClose}>
      <p>{statement}</p>
      <p className="text-muted text-sm">{t("forgetText")}</p>
      {evidence.length > 0 && <Checkbox label={t("forgetSources", { count: evidence.length })} checked={sources} onChange={setSources} />}
    </FormDialog>
  );
}

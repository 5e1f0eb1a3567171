import { useState } from "react";
import { Button, Confirm, notify, Panel, Switch } from "../../../design";
import { useCommand } from "../../../life/command";
import { type Change, type Choices } from "../useProfile";
import { t } from "./texts";

/** Whether the engine learns from the person, and the end of all that it learned. */
export function Learning({ choices: { learning }, change }: { choices: Choices; change: Change }) {
  const [asking, ask] = useState(false);
  const { busy, run } = useCommand();
  const erase = async () => {
    const gone = await run((api) => api.POST("/api/v1/learning/forget"));
    if (gone) notify({ text: t("erased", { count: gone.feedback }) });
  };
  return (
    <Panel title={t("learning")}>
      <div className="flex flex-col gap-3">
        <Switch label={t("learns")} hint={t("learnsHint")} checked={learning} onChange={(on) => void change({ learning: on })} />
        <Button icon="trash-2" className="self-start" busy={busy} onClick={() => ask(true)}>
          {t("erase")}
        </Button>
      </div>
      <Confirm open={asking} danger title={t("erase")} text={t("eraseText")} confirm={t("erase")} onConfirm={() => void erase()} onClose={() => ask(false)} />
    </Panel>
  );
}

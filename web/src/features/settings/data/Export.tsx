import { useState } from "react";
import { download } from "../../../browser/download";
import { Button, notify, Panel, Progress } from "../../../design";
import { today } from "../../../i18n/days";
import { useFilling, useLife } from "../../../life/hooks";
import { exported } from "./exported";
import { t } from "./texts";

export function Export() {
  const life = useLife();
  const filling = useFilling();
  const [share, setShare] = useState<number>();
  const run = async () => {
    setShare(0);
    try {
      download(`selfos-${today()}.json`, await exported(life.device, life.view, setShare));
      notify({ text: t("exported") });
    } catch {
      notify({ text: t("exportFailed"), tone: "problem" });
    } finally {
      setShare(undefined);
    }
  };
  return (
    <Panel title={t("export")}>
      <div className="flex flex-col gap-3">
        <p className="text-muted">{t("exportText")}</p>
        {filling !== null && <p>{t("exportFilling")}</p>}
        {share !== undefined && <Progress value={share} label={t("exporting")} />}
        <Button className="self-start" icon="download" busy={share !== undefined} onClick={() => void run()}>
          {t("exportDo")}
        </Button>
      </div>
    </Panel>
  );
}

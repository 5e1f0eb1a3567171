import { useState } from "react";
import { Button, Panel } from "../../../design";
import { SignOutDialog } from "../../account";
import { SampleData } from "../../sample";
import { Export } from "./Export";
import { Storage } from "./Storage";
import { t } from "./texts";

export function DataPage() {
  const [leaving, setLeaving] = useState(false);
  return (
    <>
      <Export />
      {isSecureContext && <Storage />}
      <Panel title={t("sample")}>
        <div className="flex flex-col items-start gap-3">
          <p className="text-muted">{t("sampleText")}</p>
          <SampleData />
        </div>
      </Panel>
      <Panel title={t("leave")}>
        <div className="flex flex-col gap-3">
          <p className="text-muted">{t("leaveText")}</p>
          <Button className="self-start" icon="log-out" onClick={() => setLeaving(true)}>
            {t("leaveDo")}
          </Button>
        </div>
      </Panel>
      <SignOutDialog open={leaving} onClose={() => setLeaving(false)} />
    </>
  );
}

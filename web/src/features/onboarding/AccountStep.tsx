import { useState } from "react";
import { Button, Panel } from "../../design";
import { EnterForm } from "../account";
import { t } from "./texts";

/** Signing up, or in. */
export function AccountStep({ onDone }: { onDone: () => void }) {
  const [isNew, setNew] = useState(true);
  return (
    <>
      <Panel title={t("account")}>
        <p className="text-muted mb-4">{t("accountText")}</p>
        <EnterForm key={String(isNew)} isNew={isNew} onEntered={onDone} />
      </Panel>
      <Button variant="quiet" className="self-center" onClick={() => setNew(!isNew)}>
        {t(isNew ? "haveAccount" : "makeAccount")}
      </Button>
    </>
  );
}

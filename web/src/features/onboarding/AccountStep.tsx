import { useState } from "react";
import { Button, Panel } from "../../design";
import { EnterForm } from "../account";
import { t } from "./texts";

interface Props {
  onNew: () => void;
  /** Signed in to an account that there was before. */
  onKnown: () => void;
}

/** Signing up, or in. */
export function AccountStep({ onNew, onKnown }: Props) {
  const [isNew, setNew] = useState(true);
  return (
    <>
      <Panel title={t("account")}>
        <p className="text-muted mb-4">{t("accountText")}</p>
        <EnterForm key={String(isNew)} isNew={isNew} onEntered={isNew ? onNew : onKnown} />
      </Panel>
      <Button variant="quiet" className="self-center" onClick={() => setNew(!isNew)}>
        {t(isNew ? "haveAccount" : "makeAccount")}
      </Button>
    </>
  );
}

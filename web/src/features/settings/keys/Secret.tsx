import { Button, Dialog } from "../../../design";
import { Copied } from "../Copied";
import { t } from "./texts";

/** The secret of a key, the one time it is shown. */
export function Secret({ secret, onClose }: { secret: string | undefined; onClose: () => void }) {
  const actions = (
    <Button variant="primary" onClick={onClose}>
      {t("kept")}
    </Button>
  );
  return (
    <Dialog open={secret !== undefined} title={t("secret")} onClose={onClose} actions={actions}>
      <p>{t("secretHint")}</p>
      <Copied text={secret ?? ""} label={t("secret")} />
    </Dialog>
  );
}

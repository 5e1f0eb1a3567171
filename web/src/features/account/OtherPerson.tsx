import { Button, Dialog } from "../../design";
import type { Entering } from "./entering";
import { t } from "./texts";
import { Unsent } from "./Unsent";

/** Somebody else signs in where another person's data lies: it leaves by their word only. */
export function OtherPerson({ entering: { other, takeOver, stayOut } }: { entering: Entering }) {
  const actions = (
    <>
      <Button onClick={() => void stayOut()}>{t("otherCancel")}</Button>
      <Button variant="danger" onClick={() => void takeOver()}>
        {t("otherConfirm")}
      </Button>
    </>
  );
  return (
    <Dialog open={other !== null} onClose={() => void stayOut()} title={t("otherTitle")} actions={actions}>
      <p>{t("otherText")}</p>
      <Unsent />
    </Dialog>
  );
}

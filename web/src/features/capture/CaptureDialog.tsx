import { useState } from "react";
import { Checkbox, Dialog } from "../../design";
import { CaptureForm } from "./CaptureForm";
import { closeCapture, useCaptureOpen } from "./open";
import { t } from "./texts";
import { useCapture } from "./useCapture";

/** Capturing from any screen. */
export default function CaptureDialog() {
  const open = useCaptureOpen();
  return (
    <Dialog open={open} onClose={closeCapture} title={t("title")}>
      <Inside />
    </Dialog>
  );
}

function Inside() {
  const [staysOpen, stayOpen] = useState(false);
  const capture = useCapture("web");
  return (
    <CaptureForm capture={capture} onSaved={() => staysOpen || closeCapture()}>
      <Checkbox label={t("keepOpen")} checked={staysOpen} onChange={stayOpen} />
    </CaptureForm>
  );
}

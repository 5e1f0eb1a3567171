import { Button, Panel } from "../../design";
import { CaptureForm, type Saved, useCapture } from "../capture";
import { SampleOffer } from "./SampleOffer";
import { t } from "./texts";

/** The first thought. */
export default function CaptureStep({ onDone }: { onDone: (saved: Saved) => void }) {
  const capture = useCapture("web");
  return (
    <>
      <Panel title={t("first")}>
        <p className="text-muted mb-3">{t("firstText")}</p>
        <CaptureForm capture={capture} onSaved={onDone}>
          {!capture.draft.text && (
            <Button variant="quiet" onClick={() => capture.write(t("exampleText"))}>
              {t("example")}
            </Button>
          )}
        </CaptureForm>
      </Panel>
      <SampleOffer />
    </>
  );
}

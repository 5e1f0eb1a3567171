import { Panel } from "../../design";
import { SampleData } from "../sample";
import { t } from "./texts";

export function SampleOffer() {
  return (
    <Panel title={t("sampleTitle")}>
      <p className="text-muted mb-3">{t("sampleText")}</p>
      <SampleData />
    </Panel>
  );
}

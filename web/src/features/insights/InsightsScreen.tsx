import { useState } from "react";
import { Button, notify, Page } from "../../design";
import { useLife } from "../../life/hooks";
import { answerOf } from "../../life/server";
import { Findings } from "./Findings";
import { OverTime } from "./OverTime";
import { Reliability } from "./reliability/Reliability";
import { t } from "./texts";

export default function InsightsScreen() {
  const { busy, look } = useLook();
  return (
    <Page
      wide
      title={t("title")}
      actions={
        <Button icon="refresh-cw" busy={busy} onClick={() => void look()}>
          {t("look")}
        </Button>
      }
    >
      <Findings />
      <OverTime />
      <Reliability />
    </Page>
  );
}

/** Has the server look for patterns now; what is new comes with the next pull. */
function useLook() {
  const { api } = useLife();
  const [busy, setBusy] = useState(false);
  const look = async (): Promise<void> => {
    setBusy(true);
    const answer = await answerOf((server) => server.POST("/api/v1/checks"), api);
    setBusy(false);
    if (answer.state === "there") return notify({ text: t(answer.data.length ? "looked" : "lookedNone", { count: answer.data.length }) });
    notify({ tone: "problem", text: answer.state === "refused" ? t("refused", { why: answer.problem.detail }) : t("offline") });
  };
  return { busy, look };
}

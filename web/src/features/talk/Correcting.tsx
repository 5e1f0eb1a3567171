import { useState } from "react";
import { FormDialog, TextArea } from "../../design";
import { useAct } from "../../life/hooks";
import type { Message } from "./talk";
import { t } from "./texts";

/** Says what a reply should have said. */
export default function Correcting({ reply, onClose }: { reply: Message; onClose: () => void }) {
  const act = useAct();
  const [text, setText] = useState(reply.correction ?? "");
  const submit = () => {
    onClose();
    void act("messages.rate", { id: reply.id, correction: text.trim() || null, rating: "bad" }, t("correctionKept"));
  };
  return (
    <FormDialog title={t("correct")} submit={t("save")} onSubmit={submit} onClose={onClose}>
      <TextArea label={t("shouldSay")} hint={t("correctHint")} value={text} onChange={(event) => setText(event.target.value)} />
    </FormDialog>
  );
}

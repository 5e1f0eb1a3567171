import { useState } from "react";
import { Button, Dialog, TextArea } from "../../design";
import { useRecords } from "../../life/hooks";
import { useThoughtActs } from "./acts";
import { Correction } from "./Correction";
import { t } from "./texts";
import type { Thought } from "./thought";

interface Props {
  thought: Thought;
  about: "text" | "correction";
  onClose: () => void;
}

/** Asks for a new text, or for what was found wrongly. */
export default function Asking({ thought, about, onClose }: Props) {
  return about === "text" ? <AskText thought={thought} onClose={onClose} /> : <AskCorrection thought={thought} onClose={onClose} />;
}

type AskProps = Omit<Props, "about">;

function AskText({ thought, onClose }: AskProps) {
  const { rewrite } = useThoughtActs();
  const [text, setText] = useState(thought.content);
  const save = () => {
    onClose();
    if (text !== thought.content) void rewrite(thought, text);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button variant="primary" disabled={text.trim() === ""} onClick={save}>
        {t("save")}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t("edit")} actions={actions}>
      <TextArea
        label={t("text")}
        hideLabel
        className="mt-1 min-h-32!"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === "Enter" && text.trim() !== "" && save()}
      />
    </Dialog>
  );
}

function AskCorrection({ thought, onClose }: AskProps) {
  const analyses = useRecords({ kind: "analysis", ref: thought.id });
  return (
    <Dialog open onClose={onClose} title={t("correct")} actions={<Button onClick={onClose}>{t("close")}</Button>}>
      <p className="text-muted line-clamp-3 text-sm whitespace-pre-line">{thought.content.slice(0, 500)}</p>
      <Correction thought={thought} analysis={analyses?.[0]} />
    </Dialog>
  );
}

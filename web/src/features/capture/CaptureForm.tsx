import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Button, IconButton, notify, Segmented, TextArea } from "../../design";
import type { Mode } from "./draft";
import { isTooLong } from "./line";
import { t } from "./texts";
import { UnderstoodParts } from "./UnderstoodParts";
import type { Capture, Saved } from "./useCapture";
import { useDictation } from "./useDictation";

interface Props {
  capture: Capture;
  /** After something was saved. */
  onSaved: (saved: Saved) => void;
  /** What stands beside the button that saves. */
  children?: ReactNode;
}

/** A text that becomes a thought or a task, and what is understood of it while it is written. */
export function CaptureForm({ capture, onSaved, children }: Props) {
  const { draft, write, choose } = capture;
  const area = useRef<HTMLTextAreaElement>(null);
  const dictation = useDictation((words) => write([draft.text, words].filter(Boolean).join(" ")));
  const isTask = draft.mode === "task";
  const tooLong = isTooLong(draft.text);
  useEffect(() => area.current?.focus(), []);

  const save = async (kind?: Mode) => {
    if (tooLong) return;
    try {
      const saved = await capture.save(kind);
      area.current?.focus();
      if (saved) onSaved(saved);
    } catch {
      notify({ text: t("notSaved"), tone: "problem" });
    }
  };
  const pressed = (event: KeyboardEvent) => {
    const asTask = event.ctrlKey || event.metaKey;
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    if (isTouched() && !asTask) return;
    event.preventDefault();
    void save(asTask ? "task" : undefined);
  };

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        ref={area}
        label={t(isTask ? "taskText" : "text")}
        placeholder={isTask ? t("taskExample") : undefined}
        value={draft.text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={pressed}
        error={tooLong ? t("tooLong") : undefined}
        className="text-lg pointer-coarse:text-lg"
      />
      <UnderstoodParts capture={capture} />
      {dictation.isListening && <p className="text-muted text-sm">{t("listening")}</p>}
      {dictation.hasFailed && <p className="text-danger-ink text-sm">{t("notHeard")}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <Segmented label={t("kind")} value={draft.mode} onChange={choose} options={modes()} />
        {dictation.isThere && (
          <IconButton
            icon={dictation.isListening ? "mic-off" : "mic"}
            label={t(dictation.isListening ? "stopDictating" : "dictate")}
            aria-pressed={dictation.isListening}
            onClick={dictation.toggle}
          />
        )}
        <div className="ml-auto flex items-center gap-3">
          {children}
          <Button type="submit" variant="primary" disabled={!draft.text.trim() || tooLong}>
            {t("save")}
          </Button>
        </div>
      </div>
      <p className="text-muted hidden text-sm pointer-fine:block">{t(isTask ? "keysTask" : "keysThought")}</p>
    </form>
  );
}

/** A keyboard on glass has no Shift+Enter: Enter is a new line there, and the button saves. */
function isTouched(): boolean {
  return matchMedia("(pointer: coarse)").matches;
}

function modes(): { value: Mode; label: string }[] {
  return [
    { value: "thought", label: t("thought") },
    { value: "task", label: t("task") },
  ];
}

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button, fetched, IconButton, Select, TextArea, TextField } from "../../design";
import { usePhase } from "../../life/hooks";
import type { Say } from "./asking";
import { Attached } from "./Attached";
import { t } from "./texts";
import type { Talking } from "./useTurn";
import { Welcome } from "./Welcome";

const Attaching = fetched(() => import("./Attaching"));

interface Props {
  talking: Talking;
  isNew: boolean;
}

/** Where the person writes what they have to say, and how things stand with them; with examples in a new talk. */
export function Composer({ talking, isNew }: Props) {
  const { turn, problem, say } = talking;
  const [text, setText] = useState("");
  const [context, setContext] = useState<Context>();
  const [attached, attach] = useState<string[]>([]);
  const [isAttaching, choose] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const isOffline = usePhase() === "offline";
  const isBusy = Boolean(turn && !turn.isOver);
  useEffect(() => area.current?.focus(), []);

  const beginWith = (example: string) => {
    setText(example);
    area.current?.focus();
  };
  const send = async () => {
    const message = text.trim();
    if (!message || isBusy) return;
    setText("");
    attach([]);
    if (await say({ message, attachments: attached, ...contextOf(context) })) return;
    setText((now) => now || text);
    attach(attached);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || isTouched()) return;
    event.preventDefault();
    void send();
  };
  return (
    <>
      {isNew && <Welcome onChoose={beginWith} />}
      <form
        className={`bg-canvas flex flex-col gap-2 py-2 ${isNew ? "" : "sticky bottom-0"}`}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {context && <Circumstances context={context} onChange={setContext} />}
        <TextArea
          ref={area}
          label={t("say")}
          hideLabel
          rows={isNew ? 3 : 2}
          placeholder={t("placeholder")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={pressed}
          error={problem ?? undefined}
          hint={isOffline ? t("offline") : undefined}
          className="text-lg pointer-coarse:text-lg"
        />
        <Attached ids={attached} onRemove={(id) => attach(attached.filter((other) => other !== id))} />
        <div className="flex items-center gap-2">
          <IconButton icon="paperclip" label={t("attach")} onClick={() => choose(true)} />
          <IconButton icon="sliders-horizontal" label={t("circumstances")} aria-expanded={Boolean(context)} onClick={() => setContext(context ? undefined : NOTHING)} />
          <Button type="submit" variant="primary" icon="send" busy={isBusy} disabled={!text.trim()} className="ml-auto">
            {t("send")}
          </Button>
        </div>
      </form>
      {isAttaching && <Attaching attached={attached} onAttach={attach} onClose={() => choose(false)} />}
    </>
  );
}

interface Context {
  mood: string;
  minutes: string;
}

const NOTHING: Context = { mood: "", minutes: "" };
const MINUTES = ["", "15", "30", "60", "120"];

function Circumstances({ context, onChange }: { context: Context; onChange: (context: Context) => void }) {
  const options = MINUTES.map((value) => ({ value, label: value ? t("minutes", { count: Number(value) }) : t("anyTime") }));
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <TextField label={t("mood")} placeholder={t("moodExample")} maxLength={100} value={context.mood} onChange={(event) => onChange({ ...context, mood: event.target.value })} />
      <Select label={t("time")} options={options} value={context.minutes} onChange={(minutes) => onChange({ ...context, minutes })} />
    </div>
  );
}

function contextOf(context: Context | undefined): Pick<Say, "context"> {
  if (!context?.mood.trim() && !context?.minutes) return {};
  return { context: { current_mood: context.mood.trim() || null, available_time: context.minutes ? Number(context.minutes) : null, life_areas: [] } };
}

/** A keyboard on glass has no Shift+Enter: Enter is a new line there, and the button sends. */
function isTouched(): boolean {
  return matchMedia("(pointer: coarse)").matches;
}

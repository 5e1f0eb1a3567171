import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { newId } from "../../device/ids";
import { currentZone } from "../../i18n/days";
import { useAct, useLife } from "../../life/hooks";
import { type Draft, DraftKeeper, EMPTY, type Mode } from "./draft";
import { lineOf } from "./line";
import { kept, marksOf, type Part, partsOf } from "./parts";
import { taskOf, thoughtOf } from "./saving";
import { t } from "./texts";
import { usePreview } from "./usePreview";

/** What became of a text. */
export interface Saved {
  kind: Mode;
  id: string;
}

export interface Capture {
  draft: Draft;
  parts: Part[];
  /** Nobody is there to read the text now. */
  unread: boolean;
  write: (text: string) => void;
  choose: (mode: Mode) => void;
  drop: (part: Part) => void;
  readAll: () => void;
  /** Saves what was written, as a task where asked; undefined where nothing was written. */
  save: (kind?: Mode) => Promise<Saved | undefined>;
}

/** A text on its way to a thought or a task. `given` stands in it at first, else the draft that was begun. */
export function useCapture(source: string, given?: string): Capture {
  const timezone = currentZone();
  const { draft, change } = useDraft(given);
  const line = lineOf(draft.text, draft.dropped);
  const { preview, unread } = usePreview(line, timezone);
  const act = useAct();
  const busy = useRef(false);

  const parts = kept([...(preview ? partsOf(preview) : []), ...marksOf(draft.text)], draft.text, draft.dropped);

  const saveTask = async (id: string, now: string): Promise<void> => {
    const saved = taskOf(draft, preview, { id, now, timezone });
    if ("task" in saved) await act("tasks.create", saved.task, t("taskSaved"));
    else {
      await act("quick_add.add", saved.line, t(unread ? "taskSavedUnread" : "taskSaved"));
      if (saved.notes) await act("tasks.update", { id, notes: saved.notes });
    }
  };

  const saveAs = async (kind: Mode): Promise<Saved> => {
    const [id, now] = [newId(), new Date().toISOString()];
    if (kind === "task") await saveTask(id, now);
    else await act("thoughts.create", thoughtOf(draft, source, { id, now, timezone }), t("thoughtSaved"));
    change({ ...EMPTY, mode: draft.mode });
    return { id, kind };
  };

  const save = async (kind: Mode = draft.mode): Promise<Saved | undefined> => {
    if (busy.current || !draft.text.trim()) return undefined;
    busy.current = true;
    return saveAs(kind).finally(() => (busy.current = false));
  };

  return {
    draft,
    parts,
    unread,
    write: (text) => change({ ...draft, text, dropped: text ? draft.dropped : [] }),
    choose: (mode) => change({ ...draft, mode }),
    drop: (part) => change({ ...draft, dropped: [...draft.dropped, part.text] }),
    readAll: () => change({ ...draft, dropped: [] }),
    save,
  };
}

/** The draft that was begun, kept with every change. A given text is not: it is somebody else's to keep. */
function useDraft(given?: string): { draft: Draft; change: (draft: Draft) => void } {
  const { device } = useLife();
  const keeper = useMemo(() => new DraftKeeper(device), [device]);
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, text: given ?? "" });
  const change = useCallback(
    (next: Draft) => {
      setDraft(next);
      if (!given) void keeper.keep(next);
    },
    [keeper, given],
  );
  useEffect(() => {
    if (!given) void keeper.read().then((begun) => setDraft((now) => (now.text ? now : begun)));
  }, [keeper, given]);
  return { draft, change };
}

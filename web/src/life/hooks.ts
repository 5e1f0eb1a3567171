import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Kind, Records } from "../device/kinds";
import { notify } from "../design/notices";
import type { Act, ActionName, Actions } from "../sync/act";
import type { Phase } from "../sync/runner";
import type { Query } from "../sync/view";
import { type Question, watch } from "../sync/watching";
import type { Life } from "./life";
import { stable, unchanged } from "./stable";
import { t } from "./texts";

export const LifeContext = createContext<Life | null>(null);

export function useLife(): Life {
  const life = useContext(LifeContext);
  if (!life) throw new Error("there is no life around this component");
  return life;
}

/** The records as the person left them, newest first; undefined until they are read. `deps`: what `where` depends on. */
export function useRecords<K extends Kind>(query: Query<K>, deps: unknown[] = []): Records[K][] | undefined {
  const { view } = useLife();
  const { kind, open, ref, limit } = query;
  return useWatched(() => view.asked(query), stable, [kind, open, ref, limit, ...deps]);
}

/** One record; undefined until it is read, null where there is none. */
export function useRecord<K extends Kind>(kind: K, id: string): Records[K] | null | undefined {
  const { view } = useLife();
  return useWatched(() => view.askedOne(kind, id), (before, now) => now && unchanged(before, now), [kind, id]);
}

/** What `read` gives, again whenever what it read from the device changes; undefined until then. */
export function useLive<T>(read: () => Promise<T>, deps: unknown[]): T | undefined {
  return useWatched(() => ({ read, after: (answer) => answer }), (_, now) => now, deps);
}

/** `kept`: as much as is the same of what was shown before, so that only what changed is drawn again. */
function useWatched<T>(ask: () => Question<T>, kept: (before: T | undefined, now: T) => T, deps: unknown[]): T | undefined {
  const { view } = useLife();
  const [shown, show] = useState<{ answer: T }>();
  const raise = (error: unknown): void =>
    show(() => {
      throw error; // to the boundary around the screen
    });
  const draw = (now: T): void =>
    show((before) => {
      const answer = kept(before?.answer, now);
      return before && before.answer === answer ? before : { answer };
    });
  useEffect(() => watch(view.entering, ask(), draw, raise), [view, ...deps]);
  return shown?.answer;
}

type Doing = Exclude<ActionName, "changes.undo">;
type Do = <A extends Doing>(action: A, input: Actions[A], done?: string) => Promise<Act>;

/** Does an act on the device at once; `done` tells the person what was done and offers to undo it. */
export function useAct(): Do {
  const { outbox } = useLife();
  const undo = useUndo();
  return useCallback<Do>(
    async (action, input, done) => {
      const act = await outbox.act(action, input, done ?? "");
      if (done) notify({ text: done, action: { label: t("undo"), run: () => void undo(act.id, done) } });
      return act;
    },
    [outbox, undo],
  );
}

/** Undoes an act of this device or a change of the history, and offers to undo that. */
export function useUndo(): (changeId: string, label: string) => Promise<void> {
  const { outbox } = useLife();
  return useCallback(
    async (changeId, label) => {
      const act = await outbox.undo(changeId, label);
      notify({
        text: t("undone", { what: label }),
        action: { label: t("redo"), run: () => void outbox.undo(act.id, label) },
      });
    },
    [outbox],
  );
}

/** How sync stands. */
export function usePhase(): Phase {
  const { sync } = useLife();
  return useSyncExternalStore(
    (changed) => sync.watch(changed),
    () => sync.phase,
  );
}

/** How much of the first filling of this device is done, 0 to 1; null once it is filled. */
export function useFilling(): number | null {
  const { device } = useLife();
  return useLive(async () => (await device.db.standing.get(1))?.filling ?? null, [device]) ?? null;
}

/** How many acts wait for the server. */
export function useWaiting(): number {
  const { device } = useLife();
  return useLive(() => device.db.acts.where("state").equals("waiting").count(), [device]) ?? 0;
}

/** Acts that the server refused, their text kept. */
export function useRefused(): Act[] {
  const { device } = useLife();
  return useLive(async () => (await device.acts<Act>("refused")).map(({ act }) => act), [device]) ?? [];
}

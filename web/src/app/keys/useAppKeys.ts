import { useLocation } from "wouter";
import { useKeys } from "../../browser/keys";
import { openCapture } from "../../features/capture";
import { useLife, useUndo } from "../../life/hooks";
import type { Act } from "../../sync/act";
import { PLACES } from "../places";
import { t } from "../shell/texts";
import { lastDone, lastUndone } from "../undoing";

interface Openers {
  palette: () => void;
  shortcuts: () => void;
}

/** The keys that work on every screen. */
export function useAppKeys({ palette, shortcuts }: Openers): void {
  const [, go] = useLocation();
  const back = useUndoing(lastDone);
  const again = useUndoing(lastUndone);
  useKeys(t("keys"), [
    { keys: "c", label: t("keyCapture"), run: openCapture },
    { keys: "/", label: t("keyFind"), run: palette },
    { keys: "Mod+k", label: t("keyFind"), run: palette, inText: true },
    { keys: "z", label: t("keyUndo"), run: back },
    { keys: "Mod+z", label: t("keyUndo"), run: back },
    { keys: "Z", label: t("keyRedo"), run: again },
    { keys: "Mod+Z", label: t("keyRedo"), run: again },
    { keys: "?", label: t("keyShortcuts"), run: shortcuts },
  ]);
  useKeys(
    t("keysGo"),
    PLACES.map(({ name, path, key }) => ({ keys: `g ${key}`, label: t(`place.${name}`), run: () => go(path) })),
  );
}

function useUndoing(choose: (acts: readonly Act[]) => Act | undefined): () => void {
  const { device } = useLife();
  const undo = useUndo();
  const run = async (): Promise<void> => {
    const stored = await device.acts<Act>("settled", "answered", "waiting");
    const chosen = choose(stored.map(({ act }) => act));
    if (chosen) await undo(chosen.id, chosen.label);
  };
  return () => void run();
}

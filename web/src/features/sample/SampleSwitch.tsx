import { useState } from "react";
import { Button, notify } from "../../design";
import { useLife, useLive } from "../../life/hooks";
import type { Life } from "../../life/life";
import type { Act } from "../../sync/act";
import { addSample, isThere, removeSample, sampleOf, takeBack } from "./sample";
import { t } from "./texts";

/** Adds a week of sample data, or removes all of it, in one act that can be undone. */
export default function SampleSwitch() {
  const life = useLife();
  const there = useLive(async () => isThere(await sampleOf(life.view)), [life]);
  const [busy, setBusy] = useState(false);
  const run = async (work: (life: Life, label: string) => Promise<Act[]>, done: string) => {
    setBusy(true);
    const acts = await work(life, done).finally(() => setBusy(false));
    notify({ text: done, action: { label: t("takeBack"), run: () => void takeBack(life, acts) } });
  };
  if (there === undefined) return null;
  return there ? (
    <Button icon="trash-2" busy={busy} onClick={() => void run(removeSample, t("removed"))}>
      {t("remove")}
    </Button>
  ) : (
    <Button icon="sprout" busy={busy} onClick={() => void run(addSample, t("added"))}>
      {t("add")}
    </Button>
  );
}

import { useRef } from "react";
import { useLife, useLive } from "../../life/hooks";
import { unchanged } from "../../life/stable";
import type { Analysis, Thought } from "./thought";

const NONE: ReadonlyMap<string, Analysis> = new Map();

/** What was found in each of these thoughts. A device never writes it, so what is stored is what is seen. */
export function useAnalyses(thoughts: readonly Thought[]): ReadonlyMap<string, Analysis> {
  const { device } = useLife();
  const ids = thoughts.map(({ id }) => id).join();
  const known = useRef(NONE);
  const found = useLive(async () => {
    const rows = await device.rows.referring("analysis", thoughts.map(({ id }) => id));
    const analyses = await Promise.all(rows.map((row) => device.opened<"analysis">(row)));
    return (known.current = new Map(analyses.map((one) => [one.thought_id, unchanged(known.current.get(one.thought_id), one)])));
  }, [device, ids]);
  return found ?? NONE;
}

import { useLiveQuery } from "dexie-react-hooks";
import { useLife } from "../../life/hooks";
import type { Analysis, Thought } from "./thought";

const NONE: ReadonlyMap<string, Analysis> = new Map();

/** What was found in each of these thoughts. A device never writes it, so what is stored is what is seen. */
export function useAnalyses(thoughts: readonly Thought[]): ReadonlyMap<string, Analysis> {
  const { device } = useLife();
  const ids = thoughts.map(({ id }) => id).join();
  const found = useLiveQuery(async () => {
    const rows = await device.rows.referring("analysis", thoughts.map(({ id }) => id));
    const analyses = await Promise.all(rows.map((row) => device.opened<"analysis">(row)));
    return new Map(analyses.map((analysis) => [analysis.thought_id, analysis]));
  }, [device, ids]);
  return found ?? NONE;
}

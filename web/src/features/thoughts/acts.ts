import { useAct } from "../../life/hooks";
import { t } from "./texts";
import { nameOf, type Status, type Thought } from "./thought";

/** The fields that the engine fills in and a person may set themselves. */
export type Correction = Partial<Pick<Thought, "type" | "is_actionable" | "sentiment" | "life_areas" | "people" | "tags">>;

/** What a person does with thoughts; each says so and can be undone. */
export function useThoughtActs() {
  const act = useAct();
  return {
    setStatus: (thought: Thought, status: Status) =>
      act("thoughts.update", { id: thought.id, status }, t(`became.${status}`, { name: nameOf(thought) })),
    rewrite: (thought: Thought, content: string) =>
      act("thoughts.update", { id: thought.id, content }, t("rewritten", { name: nameOf({ content }) })),
    correct: ({ id }: Thought, correction: Correction) => act("thoughts.update", { id, ...correction }, t("corrected")),
    readAgain: ({ id }: Thought) => act("thoughts.analyze", { id }),
    remove: (thought: Thought) => act("thoughts.delete", { id: thought.id }, t("deleted", { name: nameOf(thought) })),
  };
}

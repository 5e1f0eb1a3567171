import type { Records } from "../../device/kinds";
import { useAct, useRecords } from "../../life/hooks";
import type { Actions } from "../../sync/act";
import { t } from "./texts";

/** What holds for the person's space, and how it is changed; undefined while it is read. */
export function useProfile(): { profile: Records["profile"] | undefined; change: (input: Actions["profile.update"]) => Promise<unknown> } {
  const act = useAct();
  const [profile] = useRecords({ kind: "profile", limit: 1 }) ?? [];
  return { profile, change: (input) => act("profile.update", input, t("changed")) };
}

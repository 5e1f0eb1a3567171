import { isKind } from "../../device/kinds";
import { useLife, useLive } from "../../life/hooks";
import { recordPath } from "./path";

interface Named {
  kind: string;
  id: string;
}

const NONE: readonly undefined[] = [];

/** Where each of these records is shown; undefined where this device has none such. */
export function usePaths(named: readonly Named[]): readonly (string | undefined)[] {
  const { view } = useLife();
  const ids = named.map(({ id }) => id).join();
  const pathTo = async ({ kind, id }: Named) => {
    const record = isKind(kind) ? await view.record(kind, id) : undefined;
    return record && isKind(kind) ? recordPath(kind, record) : undefined;
  };
  return useLive(() => Promise.all(named.map(pathTo)), [view, ids]) ?? NONE;
}

import type { Kind } from "../../device/kinds";

export function historyPath(kind: Kind, id: string): string {
  return `/history/${kind}/${id}`;
}

import type { Records } from "../../device/kinds";

export type Insight = Records["insight"];
export type Quote = Insight["evidence"][number];

/** What is new comes first, else the newest. */
export function inOrder(insights: Insight[]): Insight[] {
  return insights.toSorted((a, b) => Number(b.status === "new") - Number(a.status === "new"));
}

/** Where a quoted record is shown. */
export function pathOf({ kind, id }: Quote): string {
  return `/${kind}s/${id}`;
}

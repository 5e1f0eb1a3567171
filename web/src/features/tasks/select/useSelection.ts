import { useState } from "react";

/** How many tasks one act may change. */
export const MOST = 500;

export interface Selection {
  ids: ReadonlySet<string>;
  /** Whether boxes are shown; selecting anything shows them. */
  selecting: boolean;
  begin: () => void;
  /** `range`: everything from the one chosen last up to this one. */
  choose: (id: string, range: boolean) => void;
  /** From the one chosen last, or this one, up to that one. */
  extend: (from: string, to: string) => void;
  chooseAll: () => void;
  clear: () => void;
}

/** Which of the shown tasks are chosen; `order` is how they stand on the screen. */
export function useSelection(order: string[]): Selection {
  const [chosen, setChosen] = useState<string[]>([]);
  const [begun, setBegun] = useState(false);
  const [anchor, setAnchor] = useState<string | null>(null);
  const ids = new Set(order.filter((id) => chosen.includes(id)));
  return {
    ids,
    selecting: begun || ids.size > 0,
    begin: () => setBegun(true),
    choose: (id, range) => {
      setChosen(capped(range ? withRange([...ids], order, anchor, id) : toggled([...ids], id)));
      setAnchor(id);
    },
    extend: (from, to) => {
      setChosen(capped(withRange([...ids], order, anchor ?? from, to)));
      setAnchor(anchor ?? from);
    },
    chooseAll: () => setChosen(capped(order)),
    clear: () => {
      setChosen([]);
      setBegun(false);
      setAnchor(null);
    },
  };
}

export function toggled(ids: string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

export function withRange(ids: string[], order: string[], anchor: string | null, id: string): string[] {
  const [from, to] = [order.indexOf(anchor ?? id), order.indexOf(id)].toSorted((a, b) => a - b);
  if (from === undefined || to === undefined || from < 0) return [...new Set([...ids, id])];
  return [...new Set([...ids, ...order.slice(from, to + 1)])];
}

function capped(ids: string[]): string[] {
  return ids.slice(0, MOST);
}

import { useEffect, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { useToday } from "../../i18n/today";
import { useWeekStart } from "../../i18n/week-start";
import { isSearched, type SearchedKind } from "../../worker";
import { momentsOf, type Period, periodIn, periodsAt } from "./periods";

/** Browsers refuse an address that changes with every letter. */
const TYPED = 400;

export interface Query {
  text: string;
  setText: (text: string) => void;
  kind: SearchedKind | undefined;
  setKind: (kind: SearchedKind | undefined) => void;
  periods: Period[];
  /** Chosen, or named in the text. */
  period: Period | undefined;
  setPeriod: (key: string | undefined) => void;
  /** The text without the time that it names. */
  words: string;
  since: number | undefined;
  until: number | undefined;
}

/** What is looked for; it stands in the address, so that coming back shows it again. */
export function useQuery(): Query {
  const given = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const [text, setText] = useState(given.get("q") ?? "");
  const [kind, setKind] = useState(kindIn(given.get("kind")));
  const [chosen, setPeriod] = useState(given.get("when") ?? undefined);
  const periods = periodsAt(useToday(), useWeekStart());
  const named = periodIn(text, periods);
  const period = named.period ?? periods.find(({ key }) => key === chosen);
  const address = addressOf({ q: text, kind, when: chosen });
  useEffect(() => {
    const timer = setTimeout(() => go(address, { replace: true }), TYPED);
    return () => clearTimeout(timer);
  }, [address]);
  const { since, until } = momentsOf(period);
  return { text, setText, kind, setKind, periods, period, setPeriod, words: named.rest, since, until };
}

function kindIn(name: string | null): SearchedKind | undefined {
  return name && isSearched(name) ? name : undefined;
}

function addressOf(parts: Record<string, string | undefined>): string {
  const query = new URLSearchParams(Object.entries(parts).filter((part): part is [string, string] => Boolean(part[1]))).toString();
  return query ? `/search?${query}` : "/search";
}

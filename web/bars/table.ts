/** One measured figure beside what it shall be. */
export interface Row {
  what: string;
  measured: string;
  bar: string;
  held: boolean;
}

export function atMost(what: string, value: number, bar: number, unit: string): Row {
  return { what, measured: `${rounded(value)} ${unit}`, bar: `≤ ${bar} ${unit}`, held: value <= bar };
}

export function atLeast(what: string, value: number, bar: number): Row {
  return { what, measured: rounded(value), bar: `≥ ${bar}`, held: value >= bar };
}

export function shown({ what, measured, bar, held }: Row): string {
  return `${held ? "held  " : "MISSED"}  ${what.padEnd(62)} ${measured.padStart(12)}   ${bar}`;
}

export function quantile(values: number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.ceil(ordered.length * share) - 1)] ?? Number.NaN;
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

import { Icon } from "./Icon";

/** How far something is, from 0 to 1. */
export function Progress({ value, label }: { value: number; label: string }) {
  return <progress aria-label={label} max={1} value={Math.min(1, Math.max(0, value))} className="progress" />;
}

/** Something goes on and nobody knows how long. */
export function Spinner({ label }: { label: string }) {
  return (
    <output className="text-muted inline-flex items-center gap-2 text-sm">
      <Icon name="loader-circle" className="size-4 animate-spin" />
      {label}
    </output>
  );
}

/** Where lines of text will stand. */
export function Skeleton({ lines = 3 }: { lines?: number | undefined }) {
  return (
    <div aria-hidden="true" className="flex animate-pulse flex-col gap-3 py-2">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={`bg-line h-4 rounded ${line % 2 ? "w-3/5" : "w-4/5"}`} />
      ))}
    </div>
  );
}

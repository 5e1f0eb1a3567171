import type { ReactNode } from "react";
import type { Tone } from "./tone";

/** A short word or number about what stands beside it. */
export function Badge({ children, tone = "plain" }: { children: ReactNode; tone?: Tone | undefined }) {
  return (
    <span data-tone={tone} className="inline-flex items-center gap-1 rounded-full bg-(--tone-soft) px-2 py-0.5 text-xs font-medium text-(--tone)">
      {children}
    </span>
  );
}

/** A dot of colour before a name. */
export function Dot({ tone }: { tone: Tone }) {
  return <span aria-hidden="true" data-tone={tone} className="inline-block size-2 shrink-0 rounded-full bg-(--tone)" />;
}

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="border-line bg-sunken text-muted rounded border px-1.5 py-px font-mono text-xs">{children}</kbd>;
}

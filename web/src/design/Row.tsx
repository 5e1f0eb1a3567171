import type { ReactNode } from "react";

/** A list of rows with a line between them. */
export function List({ label, children }: { label?: string | undefined; children: ReactNode }) {
  return (
    <ul aria-label={label} className="divide-line -my-1 flex flex-col divide-y">
      {children}
    </ul>
  );
}

interface Props {
  leading?: ReactNode;
  children: ReactNode;
  trailing?: ReactNode;
  className?: string | undefined;
}

/** One line of a `List`. */
export function Row({ leading, children, trailing, className = "" }: Props) {
  return (
    <li className={`-mx-2 flex min-h-11 items-start gap-3 px-2 py-2 [contain-intrinsic-size:auto_2.75rem] [content-visibility:auto] ${className}`}>
      {leading && <div className="flex min-h-6 shrink-0 items-center">{leading}</div>}
      <div className="min-w-0 flex-1">{children}</div>
      {trailing && <div className="-my-1.5 flex min-h-9 shrink-0 items-center gap-1">{trailing}</div>}
    </li>
  );
}

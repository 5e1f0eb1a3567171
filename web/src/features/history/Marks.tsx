import type { ReactNode } from "react";
import { t } from "./texts";

/** Colour alone would not tell: what is gone is struck through, and both are named for a screen reader. */
export function Gone({ children }: { children: ReactNode }) {
  return (
    <del className="text-danger-ink decoration-1">
      <span className="sr-only">{`${t("removed")}: `}</span>
      {children}
    </del>
  );
}

export function Come({ children }: { children: ReactNode }) {
  return (
    <ins className="bg-good-soft text-good-ink rounded-sm no-underline">
      <span className="sr-only">{`${t("added")}: `}</span>
      {children}
    </ins>
  );
}

import type { ReactNode } from "react";
import { Icon, type IconName } from "../design";

/** A page of its own, before the app is there. */
export function LockFrame({ icon, title, children }: { icon: IconName; title: string; children: ReactNode }) {
  return (
    <main className="flex min-h-dvh items-center justify-center px-4 py-10">
      <div className="flex w-full max-w-sm flex-col gap-4">
        <span className="bg-accent-soft text-accent-ink inline-flex size-11 items-center justify-center rounded-full">
          <Icon name={icon} className="size-5" />
        </span>
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {children}
      </div>
    </main>
  );
}

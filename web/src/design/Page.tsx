import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { t } from "./texts";

interface Props {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  /** Wider than a column of text: boards, plots. */
  wide?: boolean | undefined;
}

const entry = location.pathname;
let moved = false;

/** A whole screen. After a way through the app its heading takes the focus, so that what follows is read from there. */
export function Page({ title, actions, children, wide = false }: Props) {
  const [path] = useLocation();
  const page = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t("titled", { title });
  }, [title]);
  useEffect(() => {
    moved ||= path !== entry;
    if (moved && !page.current?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <div ref={page} className={`mx-auto w-full px-4 pt-5 pb-10 sm:px-6 ${wide ? "max-w-7xl" : "max-w-3xl"}`}>
      <header className="mb-4 flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 ref={heading} tabIndex={-1} className="max-w-full min-w-min flex-1 text-2xl font-semibold tracking-tight break-words">
          {title}
        </h1>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      <div className="flex flex-col gap-5">{children}</div>
    </div>
  );
}

interface PanelProps {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page, named by its title. */
export function Panel({ title, actions, children }: PanelProps) {
  return (
    <section className="rounded-panel border-line bg-surface shadow-low border">
      {(title || actions) && (
        <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 pt-2">
          {title && <h2 className="min-w-32 flex-1 text-base font-semibold">{title}</h2>}
          {actions && <div className="flex items-center gap-1">{actions}</div>}
        </header>
      )}
      <div className="px-4 py-3">{children}</div>
    </section>
  );
}

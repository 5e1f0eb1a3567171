import { lazy, type ReactNode, Suspense } from "react";
import { Notices } from "../../design/Notices";

const loadAround = () => import("./Around");
const Around = lazy(loadAround);

/** Asks for the shell while the device is being opened. */
export function fetchShell(): void {
  void loadAround();
}

/** The frame of every screen; `bare` screens stand alone. */
export function Shell({ bare, children }: { bare: boolean; children: ReactNode }) {
  return (
    <div className={bare ? "min-h-dvh" : "max-md:flex max-md:h-dvh max-md:flex-col md:grid md:min-h-dvh md:grid-cols-[auto_1fr]"}>
      {bare ? <main id="content">{children}</main> : <Suspense><Around>{children}</Around></Suspense>}
      <Notices />
    </div>
  );
}

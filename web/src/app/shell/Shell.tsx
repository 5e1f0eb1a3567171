import type { ReactNode } from "react";
import { fetched } from "../../design";
import { Notices } from "../../design/Notices";

const Around = fetched(() => import("./Around"));

/** Fetches what stands around a screen, before the device has been opened. */
export const fetchShell = Around.ahead;

/** The frame of every screen; `bare` screens stand alone. */
export function Shell({ bare, children }: { bare: boolean; children: ReactNode }) {
  return (
    <div className={bare ? "min-h-dvh" : "max-md:flex max-md:h-dvh max-md:flex-col md:grid md:min-h-dvh md:grid-cols-[auto_1fr]"}>
      {bare ? <main id="content">{children}</main> : <Around>{children}</Around>}
      <Notices />
    </div>
  );
}

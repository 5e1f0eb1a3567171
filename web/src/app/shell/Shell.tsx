import { lazy, type ReactNode, Suspense, useState } from "react";
import { useLocation } from "wouter";
import { Notices } from "../../design/Notices";
import { useAppKeys } from "../keys/useAppKeys";
import { useOverwritten } from "../sync/useOverwritten";
import { t } from "../texts";
import { BottomBar } from "./BottomBar";
import { Sidebar } from "./Sidebar";

const CaptureDialog = lazy(() => import("../../features/capture/CaptureDialog"));
const RefusedDialog = lazy(() => import("../sync/RefusedDialog"));
const ShortcutsDialog = lazy(() => import("../keys/ShortcutsDialog"));
const Palette = lazy(() => import("../palette/Palette"));

type Opened = "refused" | "shortcuts" | "palette";

/** What stands around every screen; `bare` screens stand alone. */
export function Shell({ bare, children }: { bare: boolean; children: ReactNode }) {
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[auto_1fr]">
      {!bare && (
        <a href="#content" className="skip-link">
          {t("skip")}
        </a>
      )}
      {bare ? <main id="content" className="col-span-2 min-w-0">{children}</main> : <Around>{children}</Around>}
      <Notices />
    </div>
  );
}

function Around({ children }: { children: ReactNode }) {
  const [opened, open] = useState<Opened>();
  const [, go] = useLocation();
  useAppKeys({ palette: () => open("palette"), shortcuts: () => open("shortcuts") });
  useOverwritten(go);
  const showRefused = () => open("refused");
  const close = () => open(undefined);
  return (
    <>
      <Sidebar onRefused={showRefused} onFind={() => open("palette")} onShortcuts={() => open("shortcuts")} />
      <main id="content" tabIndex={-1} className="min-w-0 pb-28 outline-none md:pb-0">
        {children}
      </main>
      <BottomBar onRefused={showRefused} onFind={() => open("palette")} />
      <Suspense>
        <CaptureDialog />
        {opened === "refused" && <RefusedDialog onClose={close} />}
        {opened === "shortcuts" && <ShortcutsDialog onClose={close} />}
        {opened === "palette" && <Palette onClose={close} />}
      </Suspense>
    </>
  );
}

import { type ReactNode, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { fetched } from "../../design";
import { closeCapture, useCaptureOpen } from "../../features/capture";
import { useAppKeys } from "../keys/useAppKeys";
import { useOverwritten } from "../sync/useOverwritten";
import { useSync } from "../sync/useSync";
import { t } from "./texts";
import { BottomBar } from "./BottomBar";
import { DialogBoundary } from "./DialogBoundary";
import { Sidebar } from "./Sidebar";

const PAUSE = 1000;

const CaptureDialog = fetched(() => import("../../features/capture/CaptureDialog"));
const RefusedDialog = fetched(() => import("../sync/RefusedDialog"));
const ShortcutsDialog = fetched(() => import("../keys/ShortcutsDialog"));
const Palette = fetched(() => import("../palette/Palette"));

/** Capturing must not wait for the network, nor the first screen for capturing; without a network, whoever opens it is told. */
function fetchCapture(): () => void {
  const timer = setTimeout(() => void CaptureDialog.ahead().catch(() => undefined), PAUSE);
  return () => clearTimeout(timer);
}

type Opened = "refused" | "shortcuts" | "palette";

/** What stands around a screen: the ways to all others, how sync stands, the keys and what they open. */
export default function Around({ children }: { children: ReactNode }) {
  const [opened, open] = useState<Opened>();
  const [, go] = useLocation();
  const isCapturing = useCaptureOpen();
  useAppKeys({ palette: () => open("palette"), shortcuts: () => open("shortcuts") });
  useOverwritten(go);
  const sync = useSync();
  const showRefused = () => open("refused");
  const close = () => open(undefined);
  useEffect(fetchCapture, []);
  return (
    <>
      <a href="#content" className="skip-link">
        {t("skip")}
      </a>
      <Sidebar sync={sync} onRefused={showRefused} onFind={() => open("palette")} onShortcuts={() => open("shortcuts")} />
      <main id="content" tabIndex={-1} className="min-w-0 outline-none max-md:min-h-0 max-md:flex-1 max-md:overflow-y-auto">
        {children}
      </main>
      <BottomBar sync={sync} onRefused={showRefused} onFind={() => open("palette")} />
      <DialogBoundary onFailed={closeCapture}>{isCapturing && <CaptureDialog />}</DialogBoundary>
      <DialogBoundary onFailed={close}>
        {opened === "refused" && <RefusedDialog onClose={close} />}
        {opened === "shortcuts" && <ShortcutsDialog onClose={close} />}
        {opened === "palette" && <Palette onClose={close} />}
      </DialogBoundary>
    </>
  );
}

import { lazy, type ReactNode, Suspense } from "react";
import { Notices } from "../../design/Notices";
import { t } from "../texts";
import { BottomBar } from "./BottomBar";
import { Sidebar } from "./Sidebar";

const CaptureDialog = lazy(() => import("../../features/capture/CaptureDialog"));

/** What stands around every screen; `bare` screens stand alone. */
export function Shell({ bare, children }: { bare: boolean; children: ReactNode }) {
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[auto_1fr]">
      <a
        href="#content"
        className="bg-accent text-on-accent rounded-control fixed top-2 left-2 z-50 -translate-y-20 px-4 py-2 font-medium focus:translate-y-0"
      >
        {t("skip")}
      </a>
      {!bare && <Sidebar />}
      <main id="content" tabIndex={-1} className={`min-w-0 outline-none ${bare ? "col-span-2" : "pb-20 md:pb-0"}`}>
        {children}
      </main>
      {!bare && <BottomBar />}
      <Notices />
      <Suspense>
        <CaptureDialog />
      </Suspense>
    </div>
  );
}

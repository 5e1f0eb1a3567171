import { useInstallHint } from "../../browser/install";
import { Button, fetched, Icon, IconButton, Kbd } from "../../design";
import { openCapture } from "../../features/capture";
import { PLACES } from "../places";
import type { Sync } from "../sync/state";
import { SyncNote } from "../sync/SyncNote";
import { t } from "./texts";
import { PlaceLink } from "./PlaceLink";

const InstallHint = fetched(() => import("../../features/onboarding/InstallHint"));

const LINE = "flex min-h-9 w-full items-center gap-3 rounded-control px-3 text-sm font-medium text-muted hover:bg-sunken hover:text-ink pointer-coarse:min-h-11";
const LINK = `${LINE} aria-[current]:bg-accent-soft aria-[current]:text-accent-ink`;

interface Props {
  sync: Sync;
  onFind: () => void;
  onRefused: () => void;
  onShortcuts: () => void;
}

/** All places beside the screen, where there is room. */
export function Sidebar({ sync, onFind, onRefused, onShortcuts }: Props) {
  const canInstall = useInstallHint();
  return (
    <div className="border-line bg-surface sticky top-0 hidden h-dvh w-60 flex-col gap-3 overflow-y-auto border-r p-3 pl-[max(0.75rem,env(safe-area-inset-left))] md:flex">
      <Button variant="primary" icon="plus" title={t("captureHint")} onClick={() => openCapture()}>
        {t("capture")}
      </Button>
      <button type="button" onClick={onFind} className={`${LINE} border-rim bg-canvas border`}>
        <Icon name="search" />
        <span className="flex-1 text-left font-normal">{t("keyFind")}</span>
        <Kbd>{"/"}</Kbd>
      </button>
      <nav aria-label={t("places")} className="flex flex-col gap-0.5">
        {PLACES.map((place) => (
          <PlaceLink key={place.name} place={place} className={LINK} />
        ))}
      </nav>
      <div className="mt-auto flex flex-col gap-2">
        {canInstall && <InstallHint />}
        <div className="flex items-center">
          <div className="min-w-0 flex-1">
            <SyncNote sync={sync} onRefused={onRefused} />
          </div>
          <IconButton icon="keyboard" label={t("keyShortcuts")} onClick={onShortcuts} />
        </div>
      </div>
    </div>
  );
}

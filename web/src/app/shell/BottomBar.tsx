import { useLocation } from "wouter";
import { Icon, Menu } from "../../design";
import { openCapture } from "../../features/capture";
import { PLACES } from "../places";
import type { Sync } from "../sync/state";
import { SyncNote } from "../sync/SyncNote";
import { t } from "./texts";
import { PlaceLink } from "./PlaceLink";

const LINK =
  "flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-xs text-muted aria-[current]:font-semibold aria-[current]:text-accent-ink";

const [today, thoughts, tasks, ...others] = PLACES;

interface Props {
  sync: Sync;
  onFind: () => void;
  onRefused: () => void;
}

/** The main places under the thumb; all others behind the last. */
export function BottomBar({ sync, onFind, onRefused }: Props) {
  const [, go] = useLocation();
  const places = others.filter(({ name }) => name !== "search").map(({ name, icon, path }) => ({ label: t(`place.${name}`), icon, onSelect: () => go(path) }));
  const more = [{ label: t("keyFind"), icon: "search" as const, onSelect: onFind }, ...places];
  return (
    <div className="border-line bg-surface border-t pb-[env(safe-area-inset-bottom)] md:hidden">
      <SyncNote sync={sync} onRefused={onRefused} quiet />
      <nav aria-label={t("places")} className="grid grid-cols-5 items-center px-1">
        <PlaceLink place={today} className={LINK} />
        <PlaceLink place={thoughts} className={LINK} />
        <button
          type="button"
          aria-label={t("capture")}
          onClick={() => openCapture()}
          className="bg-accent text-on-accent mx-auto inline-flex size-12 items-center justify-center rounded-full"
        >
          <Icon name="plus" className="size-6" />
        </button>
        <PlaceLink place={tasks} className={LINK} />
        <Menu label={t("more")} icon="menu" items={more} trigger={LINK} />
      </nav>
    </div>
  );
}

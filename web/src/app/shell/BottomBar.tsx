import { useLocation } from "wouter";
import { IconButton, Menu } from "../../design";
import { openCapture } from "../../features/capture";
import { PLACES } from "../places";
import { t } from "../texts";
import { PlaceLink } from "./PlaceLink";

const LINK =
  "flex min-h-12 min-w-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs text-muted aria-[current]:font-semibold aria-[current]:text-accent-ink";

const [today, thoughts, tasks, ...others] = PLACES;

export function BottomBar() {
  const [, go] = useLocation();
  const more = others.map(({ name, icon, path }) => ({ label: t(`place.${name}`), icon, onSelect: () => go(path) }));
  return (
    <nav
      aria-label={t("places")}
      className="border-line bg-surface fixed inset-x-0 bottom-0 z-30 flex items-center border-t px-2 pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <PlaceLink place={today} className={LINK} />
      <PlaceLink place={thoughts} className={LINK} />
      <IconButton icon="plus" label={t("capture")} onClick={() => openCapture()} className="bg-accent! text-on-accent! mx-1 size-12! rounded-full!" />
      <PlaceLink place={tasks} className={LINK} />
      <div className="flex flex-1 justify-center">
        <Menu label={t("more")} icon="menu" items={more} />
      </div>
    </nav>
  );
}

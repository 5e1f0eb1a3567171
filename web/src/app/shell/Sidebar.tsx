import { Button } from "../../design";
import { openCapture } from "../../features/capture";
import { PLACES } from "../places";
import { t } from "../texts";
import { PlaceLink } from "./PlaceLink";

const LINK =
  "flex min-h-9 items-center gap-3 rounded-control px-3 text-sm font-medium text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent-ink pointer-coarse:min-h-11";

export function Sidebar() {
  return (
    <div className="border-line bg-surface sticky top-0 hidden h-dvh w-56 flex-col gap-4 overflow-y-auto border-r p-3 md:flex">
      <Button variant="primary" icon="plus" title={t("captureHint")} onClick={() => openCapture()}>
        {t("capture")}
      </Button>
      <nav aria-label={t("places")} className="flex flex-col gap-0.5">
        {PLACES.map((place) => (
          <PlaceLink key={place.name} place={place} className={LINK} />
        ))}
      </nav>
    </div>
  );
}

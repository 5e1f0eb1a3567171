import { Icon, Kbd } from "../../design";
import { openCapture } from "../capture";
import { t } from "./texts";

const KEY = "c";

/** Where one looks for a field to write in: it opens the capture dialog. */
export function CaptureField() {
  return (
    <button
      type="button"
      aria-keyshortcuts={KEY}
      onClick={openCapture}
      className="rounded-panel border-edge bg-surface text-muted shadow-low hover:border-accent flex min-h-12 w-full items-center gap-3 border px-4 text-left text-lg"
    >
      <Icon name="plus" className="text-accent-ink size-5" />
      <span className="flex-1">{t("capture")}</span>
      <span className="hidden pointer-fine:inline">
        <Kbd>{KEY}</Kbd>
      </span>
    </button>
  );
}

import { useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { Button, Icon, Page } from "../../design";
import { CaptureForm } from "./CaptureForm";
import { sharedText } from "./shared";
import { t } from "./texts";
import { useCapture } from "./useCapture";

/** Capturing on a page of its own: what another app shares, a bookmarklet's small window, a shortcut. */
export default function CaptureScreen() {
  const [, go] = useLocation();
  const search = useSearch();
  // for as long as the page stands: a shared text is no draft, and the draft that was begun elsewhere waits there
  const [shared] = useState(() => sharedText(search));
  const [saved, setSaved] = useState(false);
  const capture = useCapture(shared && !saved ? "share" : "web", shared);
  const today = (
    <Link href="/" className="text-accent-ink py-2 hover:underline">
      {t("toToday")}
    </Link>
  );
  return (
    <div className="mx-auto max-w-xl">
      <Page title={t("title")} actions={today}>
        <CaptureForm
          capture={capture}
          onSaved={() => {
            setSaved(true);
            go("/capture", { replace: true });
          }}
        />
        {saved && (
          <div className="flex flex-wrap items-center gap-3">
            <output className="text-good-ink inline-flex items-center gap-2">
              <Icon name="check" />
              {t("saved")}
            </output>
            {isPopup() && <Button onClick={() => globalThis.close()}>{t("close")}</Button>}
          </div>
        )}
      </Page>
    </div>
  );
}

/** The small window of the bookmarklet. It has no opener: the page that it was called on must learn nothing of it. */
function isPopup(): boolean {
  return !globalThis.menubar.visible;
}

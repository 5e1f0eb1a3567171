import { install, installHint, useInstalling } from "../../browser/install";
import { Button } from "../../design";
import { t } from "./texts";

/** A quiet offer to install the app, until it is taken or waved away. */
export default function InstallHint() {
  const installing = useInstalling();
  return (
    <aside aria-label={t("installTitle")} className="border-line rounded-panel flex flex-col gap-2 border p-3 text-sm">
      <p className="font-medium">{t("installTitle")}</p>
      <p className="text-muted">{t(installing === "offered" ? "installText" : "installIos")}</p>
      <div className="flex flex-wrap gap-2">
        {installing === "offered" && (
          <Button icon="download" onClick={() => void install()}>
            {t("install")}
          </Button>
        )}
        <Button variant="quiet" onClick={() => installHint.choose("dismissed")}>
          {t("notNow")}
        </Button>
      </div>
    </aside>
  );
}

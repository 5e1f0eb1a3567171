import { install, useInstalling } from "../../browser/install";
import { Button, Panel } from "../../design";
import { t } from "./texts";

/** How the app can be put on the home screen, where it can. */
export function InstallHint() {
  const installing = useInstalling();
  if (installing === "none") return null;
  return (
    <Panel title={t("installTitle")}>
      <p className="text-muted mb-3">{t(installing === "offered" ? "installText" : "installIos")}</p>
      {installing === "offered" && (
        <Button icon="download" onClick={() => void install()}>
          {t("install")}
        </Button>
      )}
    </Panel>
  );
}

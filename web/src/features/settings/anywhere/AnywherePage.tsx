import { useState } from "react";
import { Button, Panel } from "../../../design";
import { Copied } from "../Copied";
import { useCommand } from "../../../life/command";
import { scopesOf } from "../keys/presets";
import { Bookmarklet } from "./Bookmarklet";
import { captureAddress, curlLine } from "./recipes";
import { Steps } from "./Steps";
import { t } from "./texts";

/** Ways to capture without opening the app; docs/capture-from-anywhere.md tells them with every detail. */
export function AnywherePage() {
  const [key, setKey] = useState<string>();
  return (
    <>
      <p className="text-muted">{t("intro")}</p>
      <CaptureKey secret={key} onMade={setKey} />
      <Panel title={t("iphone")}>
        <div className="flex flex-col gap-3">
          <p className="text-muted">{t("iphoneText")}</p>
          <Steps of={["iphone.1", "iphone.2", "iphone.3", "iphone.4", "iphone.5", "iphone.6"]} />
          <Copied text={captureAddress()} label={t("address")} />
          <Copied text={t("bearer", { key: key ?? t("yourKey") })} label={t("header")} />
          {isThisMachine() && <p className="text-warning-ink">{t("thisMachine")}</p>}
        </div>
      </Panel>
      <Panel title={t("android")}>
        <Steps of={["android.1", "android.2", "android.3"]} />
      </Panel>
      <Panel title={t("bookmark")}>
        <Bookmarklet />
      </Panel>
      <Panel title={t("script")}>
        <div className="flex flex-col gap-3">
          <p className="text-muted">{t("scriptText")}</p>
          <Copied text={curlLine(key ?? t("yourKey"))} label={t("script")} />
        </div>
      </Panel>
    </>
  );
}

function CaptureKey({ secret, onMade }: { secret: string | undefined; onMade: (key: string) => void }) {
  const { busy, run } = useCommand();
  const make = async () => {
    const made = await run((api) => api.POST("/api/v1/api-keys", { body: { name: t("keyName"), scopes: scopesOf("capture"), expires_at: null } }));
    if (made) onMade(made.key);
  };
  return (
    <Panel title={t("key")}>
      <div className="flex flex-col gap-3">
        <p className="text-muted">{t(secret ? "keyMade" : "keyText")}</p>
        {secret ? (
          <Copied text={secret} label={t("key")} />
        ) : (
          <Button variant="primary" className="self-start" icon="key-round" busy={busy} onClick={() => void make()}>
            {t("keyDo")}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function isThisMachine(): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
}

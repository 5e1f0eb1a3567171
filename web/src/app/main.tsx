import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { awaitInstallOffer } from "../browser/install";
import { hearKeys } from "../browser/keys";
import { keepTheme } from "../browser/theme";
import { welcome } from "../features/account";
import { speakChosen } from "../i18n/language";
import { LifeContext } from "../life/hooks";
import { Life } from "../life/life";
import { LockGate } from "../lock/LockGate";
import { App } from "./App";
import { tellFailures } from "./failures";
import { fetchToday } from "./routes";
import { ScreenBoundary } from "./ScreenBoundary";
import { keepScroll } from "./scroll";
import { fetchShell } from "./shell/Shell";
import { keepUpdated } from "./update";
import { fetchEffects } from "../sync/outbox";
import "../design/tokens.css";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");

if (welcome.get() === "past") {
  fetchShell();
  fetchToday();
}
tellFailures();
awaitInstallOffer();
keepTheme();
hearKeys();
keepScroll();
await speakChosen().catch(() => undefined); // in English rather than not at all
createRoot(root).render(
  <StrictMode>
    <ScreenBoundary>
      <LifeContext value={new Life()}>
        <LockGate>
          <App />
        </LockGate>
      </LifeContext>
    </ScreenBoundary>
  </StrictMode>,
);
void keepUpdated();
setTimeout(fetchEffects, 1000); // when the first screen stands

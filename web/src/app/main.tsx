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
import "../design/tokens.css";

/** Fetches and opens what the first drawing needs, all at once, so that it is whole. */
async function begin(root: HTMLElement): Promise<void> {
  const life = new Life();
  const ahead = welcome.get() === "past" ? [fetchShell(), fetchToday()] : [];
  // what fails is told by whoever needs it; without a language it is in English
  await Promise.allSettled([speakChosen(), life.device.db.open(), ...ahead]);
  createRoot(root).render(
    <StrictMode>
      <ScreenBoundary>
        <LifeContext value={life}>
          <LockGate>
            <App />
          </LockGate>
        </LifeContext>
      </ScreenBoundary>
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");

tellFailures();
awaitInstallOffer();
keepTheme();
hearKeys();
keepScroll();
void begin(root); // not awaited here: the chunks that it fetches import this one
void keepUpdated();

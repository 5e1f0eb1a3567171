import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { speak } from "../i18n";
import { LifeContext } from "../life/hooks";
import { Life } from "../life/life";
import { App } from "./App";
import "../design/tokens.css";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");

await speak(localStorage.getItem("language") ?? navigator.language);
const life = new Life();
life.sync.start();
createRoot(root).render(
  <StrictMode>
    <LifeContext value={life}>
      <App />
    </LifeContext>
  </StrictMode>,
);

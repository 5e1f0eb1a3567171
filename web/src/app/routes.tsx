import { type ComponentType, lazy, type LazyExoticComponent } from "react";
import { NotFound } from "./NotFound";

type Screen = LazyExoticComponent<ComponentType>;

const files = import.meta.glob<{ default: ComponentType }>("../features/*/*Screen.tsx");
const loadToday = () => import("../features/today/TodayScreen");

function screen(name: string): Screen {
  const load = files[`../features/${name}Screen.tsx`];
  return lazy(load ?? (() => Promise.resolve({ default: NotFound })));
}

/** Asks for the first screen while the device is being opened. */
export function fetchToday(): void {
  if (location.pathname === "/") void loadToday();
}

/** Every address of the app, and the screen that it shows. */
export const routes: readonly { path: string; screen: Screen }[] = [
  { path: "/", screen: lazy(loadToday) },
  { path: "/capture", screen: screen("capture/Capture") },
  { path: "/thoughts", screen: screen("thoughts/Thoughts") },
  { path: "/thoughts/:id", screen: screen("thoughts/Thought") },
  { path: "/tasks", screen: screen("tasks/Tasks") },
  { path: "/tasks/:id", screen: screen("tasks/Task") },
  { path: "/goals", screen: screen("goals/Goals") },
  { path: "/goals/:id", screen: screen("goals/Goal") },
  { path: "/insights", screen: screen("insights/Insights") },
  { path: "/search", screen: screen("search/Search") },
  { path: "/history/:kind/:id", screen: screen("history/History") },
  { path: "/settings/:page?", screen: screen("settings/Settings") },
  { path: "/welcome", screen: screen("onboarding/Welcome") },
  { path: "/sign-in", screen: screen("account/SignIn") },
  { path: "/sign-up", screen: screen("account/SignUp") },
];

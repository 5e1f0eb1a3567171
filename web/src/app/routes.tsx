import type { ComponentType } from "react";
import { fetched, Spinner } from "../design";
import { t } from "./texts";

const Today = fetched(() => import("../features/today/TodayScreen"), <Loading />);

/** Fetches the first screen, before the device has been opened. */
export async function fetchToday(): Promise<void> {
  if (location.pathname === "/") await Today.ahead();
}

/** Every address of the app, and the screen that it shows. */
export const routes: readonly { path: string; screen: ComponentType }[] = [
  { path: "/", screen: Today },
  { path: "/capture", screen: fetched(() => import("../features/capture/CaptureScreen"), <Loading />) },
  { path: "/thoughts", screen: fetched(() => import("../features/thoughts/ThoughtsScreen"), <Loading />) },
  { path: "/thoughts/:id", screen: fetched(() => import("../features/thoughts/ThoughtScreen"), <Loading />) },
  { path: "/tasks", screen: fetched(() => import("../features/tasks/TasksScreen"), <Loading />) },
  { path: "/tasks/:id", screen: fetched(() => import("../features/tasks/TaskScreen"), <Loading />) },
  { path: "/goals", screen: fetched(() => import("../features/goals/GoalsScreen"), <Loading />) },
  { path: "/goals/:id", screen: fetched(() => import("../features/goals/GoalScreen"), <Loading />) },
  { path: "/insights", screen: fetched(() => import("../features/insights/InsightsScreen"), <Loading />) },
  { path: "/talk/:id?", screen: fetched(() => import("../features/talk/TalkScreen"), <Loading />) },
  { path: "/memories", screen: fetched(() => import("../features/memories/MemoriesScreen"), <Loading />) },
  { path: "/sources", screen: fetched(() => import("../features/sources/SourcesScreen"), <Loading />) },
  { path: "/sources/:id", screen: fetched(() => import("../features/sources/SourceScreen"), <Loading />) },
  { path: "/search", screen: fetched(() => import("../features/search/SearchScreen"), <Loading />) },
  { path: "/history", screen: fetched(() => import("../features/history/ChangesScreen"), <Loading />) },
  { path: "/history/:kind/:id", screen: fetched(() => import("../features/history/HistoryScreen"), <Loading />) },
  { path: "/settings/:page?", screen: fetched(() => import("../features/settings/SettingsScreen"), <Loading />) },
  { path: "/welcome", screen: fetched(() => import("../features/onboarding/WelcomeScreen"), <Loading />) },
  { path: "/sign-in", screen: fetched(() => import("../features/account/SignInScreen"), <Loading />) },
  { path: "/sign-up", screen: fetched(() => import("../features/account/SignUpScreen"), <Loading />) },
];

function Loading() {
  return (
    <p className="late p-6">
      <Spinner label={t("loading")} />
    </p>
  );
}

import { type ComponentType, lazy, type LazyExoticComponent } from "react";

const loadToday = () => import("../features/today/TodayScreen");

/** Asks for the first screen while the device is being opened. */
export function fetchToday(): void {
  if (location.pathname === "/") void loadToday();
}

/** Every address of the app, and the screen that it shows. */
export const routes: readonly { path: string; screen: LazyExoticComponent<ComponentType> }[] = [
  { path: "/", screen: lazy(loadToday) },
  { path: "/capture", screen: lazy(() => import("../features/capture/CaptureScreen")) },
  { path: "/thoughts", screen: lazy(() => import("../features/thoughts/ThoughtsScreen")) },
  { path: "/thoughts/:id", screen: lazy(() => import("../features/thoughts/ThoughtScreen")) },
  { path: "/tasks", screen: lazy(() => import("../features/tasks/TasksScreen")) },
  { path: "/tasks/:id", screen: lazy(() => import("../features/tasks/TaskScreen")) },
  { path: "/goals", screen: lazy(() => import("../features/goals/GoalsScreen")) },
  { path: "/goals/:id", screen: lazy(() => import("../features/goals/GoalScreen")) },
  { path: "/insights", screen: lazy(() => import("../features/insights/InsightsScreen")) },
  { path: "/talk/:id?", screen: lazy(() => import("../features/talk/TalkScreen")) },
  { path: "/memories", screen: lazy(() => import("../features/memories/MemoriesScreen")) },
  { path: "/sources", screen: lazy(() => import("../features/sources/SourcesScreen")) },
  { path: "/sources/:id", screen: lazy(() => import("../features/sources/SourceScreen")) },
  { path: "/search", screen: lazy(() => import("../features/search/SearchScreen")) },
  { path: "/history", screen: lazy(() => import("../features/history/ChangesScreen")) },
  { path: "/history/:kind/:id", screen: lazy(() => import("../features/history/HistoryScreen")) },
  { path: "/settings/:page?", screen: lazy(() => import("../features/settings/SettingsScreen")) },
  { path: "/welcome", screen: lazy(() => import("../features/onboarding/WelcomeScreen")) },
  { path: "/sign-in", screen: lazy(() => import("../features/account/SignInScreen")) },
  { path: "/sign-up", screen: lazy(() => import("../features/account/SignUpScreen")) },
];

import type { IconName } from "../design";

/** Where the navigation leads; `key` follows a `g`. */
export const PLACES = [
  { name: "today", path: "/", icon: "sun", key: "t" },
  { name: "thoughts", path: "/thoughts", icon: "message-circle", key: "h" },
  { name: "tasks", path: "/tasks", icon: "list-todo", key: "k" },
  { name: "talk", path: "/talk", icon: "messages-square", key: "a" },
  { name: "goals", path: "/goals", icon: "target", key: "g" },
  { name: "memories", path: "/memories", icon: "brain", key: "m" },
  { name: "insights", path: "/insights", icon: "lightbulb", key: "i" },
  { name: "search", path: "/search", icon: "search", key: "f" },
  { name: "settings", path: "/settings", icon: "settings", key: "s" },
] as const satisfies readonly { name: string; path: string; icon: IconName; key: string }[];

/** Addresses of screens that stand alone: for somebody who is not here yet, or is here for a moment. */
export const BARE: readonly string[] = ["/capture", "/welcome", "/sign-in", "/sign-up"];

export type Place = (typeof PLACES)[number];

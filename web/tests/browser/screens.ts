/** Every screen of the app, as a person with some life in it comes to it. */
export const SCREENS = [
  "/",
  "/capture",
  "/thoughts",
  "/tasks",
  "/tasks?view=board",
  "/tasks?view=upcoming",
  "/goals",
  "/insights",
  "/search?q=run",
  "/settings",
  "/settings/profile",
  "/settings/understanding",
  "/settings/devices",
  "/settings/keys",
  "/settings/data",
  "/settings/privacy",
  "/settings/lock",
  "/settings/capture",
  "/settings/about",
];

/** Those that nobody is signed in for. */
export const OPEN_SCREENS = ["/welcome", "/sign-in", "/sign-up"];

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
  "/talk",
  "/memories",
  "/sources",
  "/search?q=run",
  "/history",
  "/settings",
  ...["profile", "understanding", "models", "anywhere", "lock", "devices", "keys", "invitations", "data", "privacy", "about"].map((page) => `/settings/${page}`),
  "/nowhere",
];

/** Those that nobody is signed in for. */
export const OPEN_SCREENS = ["/welcome", "/sign-in", "/sign-up"];

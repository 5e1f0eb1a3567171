// Runs before the first paint, so that a chosen theme does not flash; src/browser/theme.ts keeps it from then on.
const chosen = localStorage.getItem("theme");
if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;

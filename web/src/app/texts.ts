import { texts } from "../i18n";

export const t = texts("app", {
  "place.today": "Today",
  "place.thoughts": "Thoughts",
  "place.tasks": "Tasks",
  "place.goals": "Goals",
  "place.insights": "Insights",
  "place.search": "Search",
  "place.settings": "Settings",
  places: "Places",
  more: "More",
  capture: "Capture",
  captureHint: "Capture a thought (c)",
  skip: "Skip to the content",
  loading: "One moment …",
  lostTitle: "There is nothing here",
  lostText: "The address leads nowhere. What you look for may have another one now.",
  toToday: "Go to Today",
  brokenTitle: "This screen stumbled",
  brokenText: "Nothing you captured is lost. Load it again; if it stumbles once more, go on elsewhere.",
  reload: "Load again",
});

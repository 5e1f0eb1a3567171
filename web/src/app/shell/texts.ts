import { texts } from "../../i18n";

export const t = texts("shell", {
  "place.today": "Today",
  "place.thoughts": "Thoughts",
  "place.tasks": "Tasks",
  "place.talk": "Talk",
  "place.goals": "Goals",
  "place.insights": "Insights",
  "place.search": "Search",
  "place.settings": "Settings",
  places: "Places",
  more: "More",
  capture: "Capture",
  captureHint: "Capture a thought (c)",
  skip: "Skip to the content",
  keyCapture: "Capture a thought",
  keyFind: "Find anything",
  keys: "Everywhere",
  keysGo: "Go to",
  keyUndo: "Undo the last act",
  keyRedo: "Do it again",
  keyShortcuts: "Show the shortcuts",
});

import { texts } from "../../../i18n";

export const t = texts("settings.understanding", {
  intro:
    "Your server reads what you capture, on its own machine: it finds tasks, dates, people, moods and areas of life. Nothing goes to anybody else. Whatever it finds you can correct, and your word stays.",
  reading: "Reading",
  autoAnalysis: "Read what I capture",
  autoAnalysisHint: "When this is off, thoughts stay as you wrote them. You can still have a single one read.",
  autoTagging: "Add tags",
  autoTaggingHint: "Tags it added are told apart from yours.",
  found: "Tasks found in thoughts",
  "mode.off": "Leave",
  "mode.suggest": "Suggest",
  "mode.automatic": "Make at once",
  "mode.off.hint": "Thoughts stay thoughts; no task is suggested.",
  "mode.suggest.hint": "They wait on Today until you accept or dismiss them.",
  "mode.automatic.hint": "Where it is sure enough the task is made at once, and you can undo it; the others wait on Today.",
  threshold: "Sure enough is",
  atLeast: "at least {share} sure",
  time: "Time for goals",
  hours: "Hours a week",
  hoursHint: "Plans for your goals are spread over this much time. Leave it empty if you do not want to say.",
  hoursWrong: "Between 0 and {count}.",
  save: "Save",
});

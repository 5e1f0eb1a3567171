import { editable } from "./edit";

/** A plan as the server made it. */
export const italian = editable({
  id: "01a1f912-4ee0-7945-be87-df1b07f43eca",
  template: "language",
  starts: "2026-11-20",
  ends: "2027-01-17",
  buffer_from: "2027-01-13",
  minutes_per_week: 150,
  milestones: [
    { title: "You can greet", due: "2026-11-26" },
    { title: "First real conversation", due: "2026-12-03" },
    { title: "You can tell what you did today and yesterday", due: "2026-12-14" },
    { title: "You follow a story told slowly", due: "2026-12-27" },
    { title: "Half an hour in Italian without changing over", due: "2027-01-12" },
    { title: "Learn basic Italian for the trip", due: "2027-01-17" },
  ],
  tasks: [
    { title: "Say ten phrases of Italian aloud after a recording", due: "2026-11-21", duration_minutes: 20, milestone: 0 },
    { title: "Tell Paola what you are doing and ask for five minutes of Italian a week", due: "2026-11-24", duration_minutes: 20, milestone: 0 },
    { title: "Choose one course or app and one recording for listening; leave all others", due: "2026-11-26", duration_minutes: 25, milestone: 0 },
    { title: "Write the card", due: "2026-11-30", duration_minutes: 25, milestone: 1 },
    { title: "Have the five-minute conversation with Paola", due: "2026-12-03", duration_minutes: 20, milestone: 1 },
    { title: "Learn the past of the twenty commonest verbs by telling your day aloud", due: "2026-12-09", duration_minutes: 40, milestone: 2 },
    { title: "Tell Paola about your week", due: "2026-12-14", duration_minutes: 20, milestone: 2 },
    { title: "Ask Paola for one story; record it if they agree", due: "2026-12-27", duration_minutes: 45, milestone: 3 },
    { title: "Prepare questions about their youth", due: "2027-01-04", duration_minutes: 25, milestone: 4 },
    { title: "Hold the half hour", due: "2027-01-12", duration_minutes: 30, milestone: 4 },
  ],
  habits: [
    { title: "Speak and listen", rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA", duration_minutes: 10, starts: "2026-11-20", until: "2027-01-17" },
    { title: "Conversation in Italian with a person", rrule: "FREQ=WEEKLY;BYDAY=SU", duration_minutes: 30, starts: "2026-11-27", until: "2027-01-17" },
    { title: "Ten-minute look back", rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", duration_minutes: 10, starts: "2026-11-20", until: "2027-01-17" },
  ],
  notes: [],
  warnings: [],
  load: [135, 135, 140, 110, 100, 135, 125, 120, 60],
});

import type { Person } from "./person";

const DAY = 86_400_000;

const THOUGHTS = [
  "Slept badly again, third night in a row. Too much screen before bed I think.",
  "Call the dentist on Monday and ask for an appointment before the holidays",
  "Idea: a small book club with Mira and Jon, one book every six weeks",
  "Paid 84.50 € for the new running shoes, they feel great",
  "Lovely evening with Sam by the river, we should do this more often",
  "What did the doctor say about iron? Ask at the next visit",
  "Felt proud today: finished the talk and nobody noticed how nervous I was",
  "Buy birthday present for mum until Friday #family",
  "The project meeting went in circles, I left tired and a bit angry",
  "Remember: the key to the cellar is in the blue bowl",
  "Went for a 5 km run before breakfast. Cold, clear, wonderful.",
  "Renew the passport before March, it takes six weeks",
];

const LINES = [
  "Water the plants every saturday #home",
  "Send the tax papers to Nora by friday !high ~45m #finance",
  "Prepare slides for the workshop tomorrow 9am !1 ~90m /Workshop",
  "Book the train to Lisbon next week #travel",
  "Stretch for ten minutes every day at 7am",
  "Read chapter four @Mira",
  "Repair the bicycle light #home ~30m",
  "Reply to the landlord today",
];

/** A believable fortnight, by the same interface that the app uses. */
export async function liveAWeek({ api }: Person): Promise<void> {
  await api.PATCH("/api/v1/profile", { body: { timezone: "Europe/Berlin" } });
  const now = Date.now();
  for (const [place, content] of THOUGHTS.entries()) {
    const captured_at = new Date(now - ((THOUGHTS.length - 1 - place) * 14 * DAY) / THOUGHTS.length - 3_600_000).toISOString();
    await api.POST("/api/v1/thoughts", { body: { content, captured_at } });
  }
  for (const text of LINES) await api.POST("/api/v1/quick-add", { body: { text, timezone: "Europe/Berlin" } });
  await overdueAndDone({ api });
  await aGoal({ api });
}

async function overdueAndDone({ api }: Pick<Person, "api">): Promise<void> {
  const past = new Date(Date.now() - 3 * DAY).toISOString().slice(0, 10);
  await api.POST("/api/v1/tasks", { body: { title: "Bring back the library books", due: past } });
  for (const title of ["Order printer paper", "Pay the electricity bill", "Write to grandma"]) {
    const { data } = await api.POST("/api/v1/tasks", { body: { title } });
    if (data?.id) await api.POST("/api/v1/tasks/{id}/complete", { params: { path: { id: data.id } }, body: {} });
  }
}

async function aGoal({ api }: Pick<Person, "api">): Promise<void> {
  const vision = "I run through the woods for an hour and enjoy it.";
  const target = new Date(Date.now() + 120 * DAY).toISOString().slice(0, 10);
  const body = { title: "Run a 10 km race", vision, life_areas: ["health" as const], target_date: target, minutes_per_week: 120 };
  const { data } = await api.POST("/api/v1/goals", { body });
  if (!data?.id) return;
  const path = { id: data.id };
  const { data: plan } = await api.POST("/api/v1/goals/{id}/decompose", { params: { path }, body: {} });
  if (plan) await api.POST("/api/v1/goals/{id}/decompose/apply", { params: { path }, body: { plan } });
  await api.POST("/api/v1/goals", { body: { title: "Learn Portuguese", vision: "Talk with the neighbours in Lisbon." } });
}

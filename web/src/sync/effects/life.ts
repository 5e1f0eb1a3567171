import type { ActionName } from "../act";
import { changed, deleted, type Effects, type Fresh, made, patch } from "./effect";

type LifeAction = Exclude<ActionName, `tasks.${string}` | `task_suggestions.${string}` | "quick_add.add" | "changes.undo">;

const newThought: Omit<Fresh<"thought">, "captured_at"> = {
  content: "",
  tags: [],
  source: null,
  status: "open",
  type: null,
  is_actionable: null,
  sentiment: null,
  life_areas: [],
  people: [],
  analysis_state: "pending",
  corrected: [],
};

const newGoal: Fresh<"goal"> = {
  title: "",
  vision: "",
  description: "",
  life_areas: [],
  tags: [],
  success_metrics: [],
  media: [],
  minutes_per_week: null,
  status: "active",
  target_date: null,
  progress: 0,
  completed_at: null,
  plans: [],
};

const newMilestone: Omit<Fresh<"milestone">, "goal_id"> = {
  title: "",
  notes: "",
  due: null,
  status: "open",
  position: 0,
  completed_at: null,
};

const newHabit: Fresh<"habit"> = {
  title: "",
  why: "",
  rrule: "FREQ=DAILY",
  phases: [],
  life_areas: [],
  tags: [],
  duration_minutes: null,
  starts: null,
  until: null,
  goal_id: null,
  status: "active",
};

const newProject: Fresh<"project"> = { title: "", notes: "", status: "active", life_areas: [], tags: [], color: null };

const newMemory: Omit<Fresh<"memory">, "what" | "learned_at"> = {
  statement: "",
  valid_from: null,
  valid_until: null,
  subject: null,
  attribute: null,
  value: null,
  slot: "",
  single: false,
  people: [],
  sensitive: null,
  closed_at: null,
  supersedes: null,
  superseded_by: null,
  confidence: 1,
  evidence: [],
  by_person: true,
  pinned: false,
  uses: 0,
  used_at: null,
};

export const lifeEffects: Effects<LifeAction> = {
  "thoughts.create": (input, { now }) => made("thought", { ...newThought, captured_at: now }, input, now),
  "thoughts.update": (input, { now }) => changed("thought", input, now),
  "thoughts.delete": (input, { now }) => deleted("thought", input, now),
  "thoughts.restore": ({ id }) => [patch("thought", id, { deleted_at: null })],
  "thoughts.analyze": ({ id }) => [patch("thought", id, { analysis_state: "pending" })],
  "goals.create": (input, { now }) => made("goal", newGoal, input, now),
  "goals.update": (input, { now }) => changed("goal", input, now),
  "goals.delete": (input, { now }) => deleted("goal", input, now),
  "goals.restore": ({ id }) => [patch("goal", id, { deleted_at: null })],
  "goals.apply_plan": async ({ id, plan }, look) => {
    const goal = await look.record("goal", id);
    if (!goal) return [];
    const isClosed = goal.status === "completed" || goal.status === "archived";
    const set = {
      status: isClosed ? goal.status : ("active" as const),
      target_date: goal.target_date ?? plan.ends ?? null,
      minutes_per_week: goal.minutes_per_week ?? (plan.minutes_per_week || null),
      plans: [...goal.plans, plan.id],
    };
    return [patch("goal", id, set)];
  },
  "milestones.create": (input, { now }) => made("milestone", { ...newMilestone, goal_id: input.goal_id }, input, now),
  "milestones.update": (input, { now }) => changed("milestone", input, now),
  "milestones.delete": (input, { now }) => deleted("milestone", input, now),
  "milestones.restore": ({ id }) => [patch("milestone", id, { deleted_at: null })],
  "milestones.complete": ({ id }, { now }) => [patch("milestone", id, { status: "done", completed_at: now })],
  "milestones.reopen": ({ id }) => [patch("milestone", id, { status: "open", completed_at: null })],
  "projects.create": (input, { now }) => made("project", newProject, input, now),
  "projects.update": (input, { now }) => changed("project", input, now),
  "projects.delete": (input, { now }) => deleted("project", input, now),
  "projects.restore": ({ id }) => [patch("project", id, { deleted_at: null })],
  "saved_filters.create": (input, { now }) => made("saved_filter", { name: "", query: "" }, input, now),
  "saved_filters.update": (input, { now }) => changed("saved_filter", input, now),
  "saved_filters.delete": (input, { now }) => deleted("saved_filter", input, now),
  "saved_filters.restore": ({ id }) => [patch("saved_filter", id, { deleted_at: null })],
  "habits.create": (input, { now }) => made("habit", newHabit, input, now),
  "habits.update": (input, { now }) => changed("habit", input, now),
  "habits.delete": (input, { now }) => deleted("habit", input, now),
  "habits.restore": ({ id }) => [patch("habit", id, { deleted_at: null })],
  "insights.see": ({ id }) => [patch("insight", id, { status: "seen" })],
  "insights.dismiss": ({ id }) => [patch("insight", id, { status: "dismissed" })],
  "profile.update": async (input, look) => {
    const profile = await look.only("profile");
    return profile ? changed("profile", { ...input, id: profile.id }, look.now) : [];
  },
  "conversations.update": (input, { now }) => changed("conversation", input, now),
  "conversations.delete": (input, { now }) => deleted("conversation", input, now),
  "conversations.restore": ({ id }) => [patch("conversation", id, { deleted_at: null })],
  "messages.rate": (input, { now }) => changed("message", input, now),
  "memories.create": (input, { now }) => made("memory", { ...newMemory, what: input.what, learned_at: now }, input, now),
  "memories.update": (input, { now }) => changed("memory", { ...input, by_person: true }, now),
  "memories.pin": ({ id, pinned = true }) => [patch("memory", id, { pinned })],
  "memories.forget": (input, { now }) => deleted("memory", input, now),
  "memories.restore": ({ id }) => [patch("memory", id, { deleted_at: null })],
  "sources.update": (input, { now }) => changed("source", input, now),
  "sources.delete": (input, { now }) => deleted("source", input, now),
  "sources.restore": ({ id }) => [patch("source", id, { deleted_at: null })],
  "source_imports.delete": (input, { now }) => deleted("source_import", input, now),
};

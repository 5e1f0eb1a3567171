import type { Task } from "./task";

const EMPTY: Task = {
  id: "0",
  version: 1,
  created_at: "2026-03-01T08:00:00Z",
  updated_at: "2026-03-01T08:00:00Z",
  deleted_at: null,
  title: "A task",
  notes: "",
  status: "todo",
  priority: null,
  energy: null,
  duration_minutes: null,
  due: null,
  due_at: null,
  start: null,
  start_at: null,
  timezone: null,
  rrule: null,
  repeat_after: null,
  parent_id: null,
  depends_on: [],
  project_id: null,
  goal_id: null,
  milestone_id: null,
  assignee_id: null,
  thought_id: null,
  suggestion_id: null,
  life_areas: [],
  tags: [],
  people: [],
  attachments: [],
  completed_at: null,
  rank: 0,
  follows_id: null,
  occurrence: null,
};

/** A task for tests. */
export function taskWith(fields: Partial<Task>): Task {
  return { ...EMPTY, ...fields };
}

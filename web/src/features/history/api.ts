import type { Api } from "../../api/client";
import type { components } from "../../api/schema";
import type { Kind } from "../../device/kinds";

export type HistoryEntry = components["schemas"]["HistoryEntry"];

const of = (id: string) => ({ params: { path: { id } } });

const ASKS = {
  thought: (api: Api, id: string) => api.GET("/api/v1/thoughts/{id}/history", of(id)),
  task: (api: Api, id: string) => api.GET("/api/v1/tasks/{id}/history", of(id)),
  task_suggestion: (api: Api, id: string) => api.GET("/api/v1/task-suggestions/{id}/history", of(id)),
  goal: (api: Api, id: string) => api.GET("/api/v1/goals/{id}/history", of(id)),
  milestone: (api: Api, id: string) => api.GET("/api/v1/milestones/{id}/history", of(id)),
  habit: (api: Api, id: string) => api.GET("/api/v1/habits/{id}/history", of(id)),
  project: (api: Api, id: string) => api.GET("/api/v1/projects/{id}/history", of(id)),
  insight: (api: Api, id: string) => api.GET("/api/v1/insights/{id}/history", of(id)),
  conversation: (api: Api, id: string) => api.GET("/api/v1/conversations/{id}/history", of(id)),
  memory: (api: Api, id: string) => api.GET("/api/v1/memories/{id}/history", of(id)),
  source: (api: Api, id: string) => api.GET("/api/v1/sources/{id}/history", of(id)),
  saved_filter: (api: Api, id: string) => api.GET("/api/v1/saved-filters/{id}/history", of(id)),
};

/** Kinds of which the server tells the history. */
export type ToldKind = keyof typeof ASKS & Kind;

export function isTold(kind: string): kind is ToldKind {
  return kind in ASKS;
}

export function askHistory(api: Api, kind: ToldKind, id: string) {
  return ASKS[kind](api, id);
}

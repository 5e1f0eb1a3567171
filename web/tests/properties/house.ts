import createClient, { type Client } from "openapi-fetch";
import type { paths } from "../../src/api/schema";
import { heard, httpWire } from "../../src/sync/http";
import type { Wire } from "../../src/sync/wire";

const OFFER = "Call the dentist on Monday. Buy milk tomorrow. Send the tax papers to Nora by Friday.";

type Shown = Map<string, object>;

const LISTS = {
  task: "/api/v1/tasks",
  thought: "/api/v1/thoughts",
  project: "/api/v1/projects",
  task_suggestion: "/api/v1/task-suggestions",
} as const;
export const LISTED = Object.keys(LISTS) as (keyof typeof LISTS)[];

/** The real server, asked by its other interface. */
export class Truth {
  readonly api: Client<paths>;

  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {
    this.api = createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${key}` } });
  }

  /** As a device reaches it, by pages so small that there are many. */
  wire(page: number): Wire {
    const small: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      if (url.searchParams.has("limit")) url.searchParams.set("limit", String(page));
      return fetch(new Request(url, request));
    };
    const headers = { Authorization: `Bearer ${this.key}` };
    return httpWire(createClient<paths>({ baseUrl: this.url, headers, fetch: small }));
  }

  /** All living records of a kind, by id. */
  async list(kind: keyof typeof LISTS): Promise<Shown> {
    const shown: Shown = new Map();
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = { limit: 200, ...(cursor ? { cursor } : {}) };
      const page: { items: { id: string }[]; next: string | null } = await heard(
        this.api.GET(LISTS[kind], { params: { query } }),
      );
      for (const item of page.items) shown.set(item.id, item);
      cursor = page.next;
    } while (cursor);
    return shown;
  }

  async newest(): Promise<number> {
    const { items } = await heard(this.api.GET("/api/v1/changes", { params: { query: { limit: 1 } } }));
    return items[0]?.version ?? 0;
  }

  /** The ids of the units of work after this version. */
  async unitsSince(version: number): Promise<string[]> {
    const found: string[] = [];
    for (let before: number | undefined; ; ) {
      const query = { limit: 200, ...(before ? { before } : {}) };
      const { items } = await heard(this.api.GET("/api/v1/changes", { params: { query } }));
      const later = items.filter((item) => item.version > version);
      found.push(...later.map((item) => item.id));
      const last = items.at(-1);
      if (!last || later.length < items.length) return found;
      before = last.version;
    }
  }

  /** Nothing is left of a history but what stands in the log, and what the suggestions are from. */
  async tidy(): Promise<void> {
    for (const kind of ["task", "project", "thought"] as const) {
      const played = [...(await this.list(kind)).values()].filter((record) => !("content" in record && record.content === OFFER));
      const paths = played.map((record) => ({ id: "id" in record ? String(record.id) : "" }));
      await Promise.all(paths.map((path) => this.api.DELETE(`${LISTS[kind]}/{id}`, { params: { path } })));
    }
  }

  async offerSuggestions(count: number): Promise<void> {
    if ((await this.list("task_suggestion")).size >= count) return;
    await this.api.POST("/api/v1/thoughts", { body: { content: OFFER } });
    while ((await this.list("task_suggestion")).size < count) await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

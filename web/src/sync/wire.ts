import type { components } from "../api/schema";

type Schemas = components["schemas"];

export type Op = Schemas["Op"];
export type Result = Schemas["Result"];
export type Page = Schemas["Page"];

/** The server as sync sees it. Calls raise `Offline` or `Refused`. */
export interface Wire {
  push: (clientId: string, epoch: string | null, ops: Op[]) => Promise<Result[]>;
  pull: (cursor: string) => Promise<Page>;
  bootstrap: (cursor: string | null) => Promise<Page>;
}

/** Nothing was heard: no network, or the server is away. */
export class Offline extends Error {}

/** The server refused the whole request. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly detail: string,
    /** Seconds to wait, where the server asks for it. */
    readonly retryAfter: number | null = null,
  ) {
    super(detail);
  }
}

/** Whether the server is out of reach for a while, rather than of another opinion. */
export function isAway(error: unknown): boolean {
  return error instanceof Offline || (error instanceof Refused && [429, 502, 503, 504].includes(error.status));
}

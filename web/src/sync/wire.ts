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
    readonly retryAfter: number | null = null,
  ) {
    super(detail);
  }
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { House } from "../browser/house";
import { register } from "../browser/person";

declare module "vitest" {
  export interface ProvidedContext {
    /** The real server and a key to it; null where SelfOS is not installed. */
    server: { url: string; key: string } | null;
  }
}

const SELFOS = join(import.meta.dirname, "../../../.venv/bin/selfos");

/** One SelfOS for all histories. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!existsSync(SELFOS)) {
    if (process.env["CI"]) throw new Error("the sync properties need SelfOS in .venv: run `make setup`");
    project.provide("server", null);
    return undefined;
  }
  process.env["SELFOS_REQUEST_LIMIT"] ??= "1000000";
  const house = await House.open();
  const { api } = await register(house.url);
  const { data } = await api.POST("/api/v1/api-keys", { body: { name: "devices", scopes: ["*:write"] } });
  if (!data) throw new Error("no key was made");
  project.provide("server", { url: house.url, key: data.key });
  return () => house.close();
}

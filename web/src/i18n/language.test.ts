import { expect, test, vi } from "vitest";

vi.stubGlobal("window", { addEventListener: () => undefined });
const { localeOf } = await import("./language");

test("the browser's language where we have it, else English, in the browser's region", () => {
  expect(localeOf("system", "de-AT")).toBe("de-AT");
  expect(localeOf("system", "fr-CA")).toBe("en-CA");
  expect(localeOf("system", "en")).toBe("en");
});

test("a choice keeps the region: English in Germany writes 14:30", () => {
  expect(localeOf("en", "de-DE")).toBe("en-DE");
  expect(localeOf("de", "en-US")).toBe("de-US");
});

import { describe, expect, test, vi } from "vitest";
import { bookmarklet, captureAddress, curlLine } from "./recipes";

const HOME = "https://life.example";

describe("the bookmarklet", () => {
  test("opens the capture page with what is read and marked, and does nothing else", () => {
    const open = vi.fn<(address: string, name: string, features: string) => void>();
    const source = decodeURIComponent(bookmarklet(HOME).replace("javascript:", ""));
    const reading = { title: "Tomatoes & more", href: "https://garden.example/?a=1#b" };
    // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- a bookmark is source that a browser runs
    new Function("open", "document", "location", "getSelection", source)(open, reading, reading, () => "“water them”");
    expect(open).toHaveBeenCalledOnce();
    const [address, name, features] = open.mock.calls[0] ?? [];
    const given = new URL(address ?? "");
    expect(given.origin + given.pathname).toBe(`${HOME}/capture`);
    expect(Object.fromEntries(given.searchParams)).toEqual({ title: reading.title, text: "“water them”", url: reading.href });
    expect(name).toBe("_blank");
    expect(features).toContain("noopener");
  });

  test("survives being an address", () => {
    expect(() => new URL(bookmarklet(HOME))).not.toThrow();
    expect(bookmarklet(HOME)).not.toMatch(/["\s<>]/);
  });
});

test("the line for scripts names the address and the key", () => {
  expect(captureAddress(HOME)).toBe(`${HOME}/api/v1/thoughts`);
  expect(curlLine("sos_1", HOME)).toContain(`curl ${HOME}/api/v1/thoughts`);
  expect(curlLine("sos_1", HOME)).toContain("Bearer sos_1");
});

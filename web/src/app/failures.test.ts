import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Notice, onNotice } from "../design/notices";
import { tellFailures } from "./failures";
import { t } from "./texts";

let page: EventTarget;
let told: Notice[];
let deafen: () => void;

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  told = [];
  deafen = onNotice((notice) => told.push(notice));
  tellFailures();
});

afterEach(() => {
  deafen();
  vi.unstubAllGlobals();
});

function reject(reason: unknown, timeStamp = 0): void {
  const event = Object.assign(new Event("unhandledrejection"), { reason });
  Object.defineProperty(event, "timeStamp", { value: timeStamp });
  page.dispatchEvent(event);
}

test("a failure is told once, without its inside", () => {
  reject(new Error("private words"), 0);
  reject(new Error("private words"), 9_999);
  expect(told.map(({ text }) => text)).toEqual([t("failed")]);
  reject(new Error("private words"), 10_000);
  expect(told).toHaveLength(2);
});

test("a device without room is named, however deep it stands", () => {
  const full = new DOMException("", "QuotaExceededError");
  reject(Object.assign(new Error("aborted"), { name: "AbortError", inner: full }));
  expect(told.map(({ text }) => text)).toEqual([t("full")]);
});

test("a request that was stopped on purpose is no failure", () => {
  reject(new DOMException("", "AbortError"));
  expect(told).toEqual([]);
});

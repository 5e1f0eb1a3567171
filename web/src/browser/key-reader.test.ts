import { expect, test } from "vitest";
import { isHeard, KeyReader, type Press } from "./key-reader";

const BINDINGS = ["c", "g t", "g g", "t", "Mod+k", "?"].map((keys) => ({ keys }));
const press = (key: string, timeStamp: number, held: Partial<Press> = {}): Press => ({
  key,
  timeStamp,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

function typed(...presses: Press[]): (string | undefined)[] {
  const reader = new KeyReader();
  return presses.map((one) => reader.read(one, BINDINGS)?.keys);
}

test("one key does one thing", () => {
  expect(typed(press("c", 0), press("x", 10), press("?", 20))).toEqual(["c", undefined, "?"]);
});

test("two keys after each other are one binding, if the second comes soon", () => {
  expect(typed(press("g", 0), press("t", 500))).toEqual([undefined, "g t"]);
  expect(typed(press("g", 0), press("t", 5000))).toEqual([undefined, "t"]);
  expect(typed(press("g", 0), press("g", 100))).toEqual([undefined, "g g"]);
});

test("another key ends the waiting", () => {
  expect(typed(press("g", 0), press("x", 100), press("t", 200))).toEqual([undefined, undefined, "t"]);
});

test("Ctrl and ⌘ are the same; Alt and lone modifiers are nobody's", () => {
  expect(typed(press("k", 0, { ctrlKey: true }), press("k", 1, { metaKey: true }))).toEqual(["Mod+k", "Mod+k"]);
  expect(typed(press("c", 0, { ctrlKey: true }), press("c", 1, { altKey: true }), press("Shift", 2))).toEqual([undefined, undefined, undefined]);
});

test("a text, a dialog and a menu have keys of their own, but for those that hold everywhere", () => {
  const bindings = [{ keys: "c" }, { keys: "Mod+k", inText: true }, { keys: "Mod+L", everywhere: true }];
  const heard = (place: Parameters<typeof isHeard>[1], singles = true) =>
    bindings.filter((binding) => isHeard(binding, place, singles)).map(({ keys }) => keys);
  expect(heard("page")).toEqual(["c", "Mod+k", "Mod+L"]);
  expect(heard("page", false)).toEqual(["Mod+k", "Mod+L"]);
  expect(heard("text")).toEqual(["Mod+k", "Mod+L"]);
  expect(heard("dialog")).toEqual(["Mod+L"]);
});

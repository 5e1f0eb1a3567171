import { expect, test } from "vitest";
import { chosenOf } from "./attachable";

const [pasted, imported, old] = [of("pasted", null), of("imported", "import"), of("old", "earlier")];
const SOURCES = [pasted, imported, old];

function of(id: string, import_id: string | null) {
  return { id, import_id };
}

test("what was just brought in is chosen, itself or by its import, besides what was chosen before", () => {
  expect(chosenOf(SOURCES, new Map([[old.id, true]]), new Set([pasted.id, "import"]))).toEqual([old.id, pasted.id, imported.id]);
  expect(chosenOf(SOURCES, new Map(), new Set())).toEqual([]);
});

test("what the person took out stays out, however it came", () => {
  expect(chosenOf(SOURCES, new Map([[imported.id, false]]), new Set(["import"]))).toEqual([]);
});

test("of an archive with more than fits nothing is chosen", () => {
  const notes = Array.from({ length: 10 }, (_, number) => of(`note ${number}`, "import"));
  expect(chosenOf(notes, new Map(), new Set(["import"]))).toHaveLength(10);
  expect(chosenOf([...notes, old], new Map([[old.id, true]]), new Set(["import"]))).toEqual([old.id]);
});

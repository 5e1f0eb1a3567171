import { describe, expect, it } from "vitest";
import { type Marked, marked, shownOf, snippet } from "./snippet";

const words = ({ text, marks }: Marked): string[] => marks.map(([from, to]) => text.slice(from, to));
const read = (...given: Parameters<typeof shownOf>) => Object.values(shownOf(...given)).map(({ text }) => text);

describe("marks", () => {
  it.each([
    ["Buy oat milk, milkshake", "mil", ["mil", "mil"]],
    ["Straße und Strasse", "strasse", ["Straße", "Strasse"]],
    ["👩‍🚀 met Jürgen", "jurg", ["Jürg"]],
    ["naïve".normalize("NFD"), "naive", ["naïve".normalize("NFD")]],
    ["買い物", "物", ["物"]],
    ["plan planning", "plan planning", ["plan", "planning"]],
    ["anything", "", []],
  ])("in %j of %j are %j", (text, query, expected) => {
    expect(words(marked(text, query))).toEqual(expected);
  });
});

describe("snippet", () => {
  it("shows the part with the most matches, and says that there is more", () => {
    const text = `${"far away ".repeat(60)}here milk and bread and milk ${"behind it ".repeat(60)}`;
    const cut = snippet(text, "milk bread");
    expect(cut.text.length).toBeLessThan(210);
    expect(cut.text).toMatch(/^… .* …$/);
    expect(words(cut)).toEqual(["milk", "bread", "milk"]);
  });

  it("leaves a short text whole, on one line", () => {
    expect(snippet("one\n\n two", "two")).toEqual({ text: "one two", marks: [[4, 7]] });
  });

  it("cuts a text without spaces", () => {
    expect(snippet("x".repeat(5000), "y").text).toHaveLength(202);
  });
});

describe("what was found", () => {
  it("is headed by its words where it has no title, also when only a tag was meant", () => {
    expect(read("", "Too much screen", "sleep · health", "sleep")).toEqual(["Too much screen", "sleep · health"]);
    expect(read("", "Slept badly", "sleep", "slept")).toEqual(["Slept badly", ""]);
  });

  it("shows beneath a title the text, or the names that were meant", () => {
    expect(read("Call Mira", "about the boat", "sea", "boat")).toEqual(["Call Mira", "about the boat"]);
    expect(read("Call Mira", "about the boat", "sea", "sea")).toEqual(["Call Mira", "sea"]);
  });
});

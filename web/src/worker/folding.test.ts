import { describe, expect, it } from "vitest";
import { folded, wordsOf } from "./folding";

describe("folding", () => {
  it.each([
    ["Café Müller", " cafe muller "],
    ["STRASSE, straße", " strasse strasse "],
    ["Ærøskøbing & Łódź", " aeroskobing lodz "],
    ["anna@example.org", " anna example org "],
    ["ΟΔΟΣ οδός", " οδοσ οδοσ "],
    ["買い物 list", " 買 い 物 list "],
    ["— …", "  "],
  ])("%j becomes %j", (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it("reads the same from composed and decomposed letters", () => {
    expect(folded("naïve".normalize("NFD"))).toBe(folded("naïve".normalize("NFC")));
  });

  it("takes each word once, and not endlessly many", () => {
    expect(wordsOf("Milk, milk and MÍLK")).toEqual(["milk", "and"]);
    expect(wordsOf(Array.from({ length: 40 }, (_, n) => `w${n}`).join(" "))).toHaveLength(12);
  });
});

import { expect, test } from "vitest";
import { inDollars } from "./money";

test("money is told to the cent, and less than one to its four places", () => {
  expect([0, 1_230_000, 12_345, 420].map(inDollars)).toEqual(["US$0.00", "US$1.23", "US$0.01", "US$0.0004"].map((text) => expect.stringContaining(text.replace("US", ""))));
});

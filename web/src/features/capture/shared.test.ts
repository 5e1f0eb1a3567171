import { expect, it } from "vitest";
import { sharedText } from "./shared";

it("joins what another app shares, each part once", () => {
  expect(sharedText("?title=A+plan&text=Look+at+this&url=https%3A%2F%2Fexample.org")).toBe(
    "A plan\nLook at this\nhttps://example.org",
  );
  expect(sharedText("?title=A+plan&text=A+plan+https%3A%2F%2Fexample.org&url=https%3A%2F%2Fexample.org")).toBe(
    "A plan https://example.org",
  );
  expect(sharedText("")).toBe("");
});

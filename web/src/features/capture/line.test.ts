import { describe, expect, it } from "vitest";
import { isReadable, isTooLong, lineOf, titleOf } from "./line";

describe("the line of a text", () => {
  it("is the first that says something", () => {
    expect(lineOf("\n  call mum \nask about the garden")).toBe("call mum");
    expect(lineOf("  \n ")).toBe("");
  });

  it("keeps dropped parts as plain words by a backslash before each", () => {
    expect(lineOf("call mum every sunday at 6pm #family", ["every sunday", "#family"])).toBe(
      "call mum \\every \\sunday at 6pm \\#family",
    );
  });

  it("finds a dropped part by itself, not inside another word", () => {
    expect(lineOf("maybe in may", ["may"])).toBe("maybe in \\may");
    expect(lineOf("Übermay may", ["may"])).toBe("Übermay \\may");
  });

  it("forgets a dropped part whose words are gone", () => {
    expect(lineOf("call mum", ["tomorrow"])).toBe("call mum");
  });

  it("stays as it is where the backslashes would make it too long", () => {
    const line = `${"x".repeat(495)} now`;
    expect(lineOf(line, ["now"])).toBe(`${"x".repeat(495)} \\now`);
    expect(lineOf(`${line}!`, ["now"])).toBe(`${line}!`);
  });
});

it("cuts a title that is too long", () => {
  expect(isReadable("x".repeat(501))).toBe(false);
  expect(titleOf("x".repeat(501))).toHaveLength(500);
  expect(titleOf("short")).toBe("short");
});

it("counts bytes, as the server does", () => {
  expect(isTooLong("x".repeat(100_000))).toBe(false);
  expect(isTooLong("x".repeat(100_001))).toBe(true);
  expect(isTooLong("ü".repeat(50_001))).toBe(true);
});

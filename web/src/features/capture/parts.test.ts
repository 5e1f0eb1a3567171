import { describe, expect, it } from "vitest";
import { kept, marksOf, valuesOf } from "./parts";

const texts = (text: string): string[] => marksOf(text).map((mark) => mark.text);

describe("the writer's marks", () => {
  it("are tags and people that stand by themselves", () => {
    expect(marksOf("tea with @jo.ann, #family")).toEqual([
      { field: "person", text: "@jo.ann", value: "jo.ann" },
      { field: "tag", text: "#family", value: "family" },
    ]);
    expect(texts("Grüße an @Jörg #süß")).toEqual(["@Jörg", "#süß"]);
  });

  it("are no addresses, numbers or anchors", () => {
    expect(texts("mail ada@example.org about issue #12 at page#top")).toEqual([]);
  });
});

describe("the parts that are kept", () => {
  const parts = [...marksOf("#a #b #b @c"), { field: "start", text: "tomorrow", value: "2026-11-21" }];

  it("still stand in the text, once, and were not dropped", () => {
    expect(kept(parts, "#a #b tomorrow", ["#a"]).map(({ text }) => text)).toEqual(["#b", "tomorrow"]);
  });

  it("give the values of a field once", () => {
    expect(valuesOf(parts, "tag")).toEqual(["a", "b"]);
    expect(valuesOf(parts, "priority")).toEqual([]);
  });
});

import { describe, expect, test, vi } from "vitest";
import type { Text, Texts } from "./text";

const english = vi.hoisted(() => new Map<string, Texts>());
vi.mock("./index", () => ({ texts: (area: string, catalogue: Texts) => english.set(area, catalogue) && (() => "") }));

const catalogues = import.meta.glob("../**/texts.ts", { eager: true });
const { german } = await import("./german");

/** Words that are the same in both languages. */
const ALIKE = new Set(
  "Bearer L Links Name Neutral Offline Orange P PDF Passkey Anthropic OpenAI Gemini Ollama Budget Passphrase Person Plan Position SelfOS Status Tag Tags Text Version Vision in kB km min".split(" "),
);
/** Examples that the engine reads, in the language that it reads. */
const ENGLISH_EXAMPLE = /^(capture\.taskExample|onboarding\.exampleText|talk\.example\.\w+)$/;

test("every area has a German catalogue, and every German catalogue an area", () => {
  expect(Object.keys(catalogues).length).toBe(english.size);
  expect(Object.keys(german).toSorted()).toEqual([...english.keys()].toSorted());
});

describe.each([...english])("%s", (area, words) => {
  const translated = german[area] ?? {};

  test("is all said in German, and nothing more", () => {
    expect(Object.keys(translated).toSorted()).toEqual(Object.keys(words).toSorted());
  });

  test("keeps its values and forms", () => {
    for (const [key, text] of Object.entries(words)) {
      const other = translated[key] ?? text;
      expect([key, valuesIn(other)]).toEqual([key, valuesIn(text)]);
      expect([key, typeof other]).toEqual([key, typeof text]);
    }
  });
});

test("no German text is left in English", () => {
  const left = [...english].flatMap(([area, words]) =>
    Object.entries(words)
      .filter(([key, text]) => german[area]?.[key] === text && !isAlike(text))
      .map(([key]) => `${area}.${key}`),
  );
  expect(left.filter((key) => !ENGLISH_EXAMPLE.test(key))).toEqual([]);
});

function isAlike(text: Text): boolean {
  const words = formsOf(text).flatMap((form) => form.replaceAll(/\{\w+\}/g, "").match(/\p{L}+/gu) ?? []);
  return words.every((word) => ALIKE.has(word));
}

function valuesIn(text: Text): string[] {
  const values = formsOf(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []);
  return [...new Set(values)].toSorted();
}

function formsOf(text: Text): string[] {
  return typeof text === "string" ? [text] : [text.one, text.other];
}

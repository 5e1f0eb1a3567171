import { describe, expect, it } from "vitest";
import { type Found, makerText, quoteOf, valueText } from "./found";

function found(what: Found["what"], value: Found["value"], more: Partial<Found> = {}): Found {
  return { what, value, confidence: 0.8, found_by: "rules@1", span: [0, 5], ...more };
}

describe("a finding in words", () => {
  it.each([
    [found("type", "idea"), "Idea"],
    [found("life_area", "personal_growth"), "Personal growth"],
    [found("sentiment", "positive"), "Good"],
    [found("tag", "garden"), "#garden"],
    [found("person", "Mira"), "Mira"],
    [found("is_actionable", false), "No"],
    [found("amount", { value: "84.50", currency: "EUR" }), "€84.50"],
    [found("amount", { value: "84.50", currency: null }), "84.5"],
    [found("type", "something newer"), "something newer"],
    [found("date", { rrule: "FREQ=DAILY", duration_minutes: 30 }), "every day · 30 min"],
  ])("%j", (one, expected) => {
    expect(valueText(one)).toBe(expected);
  });

  it("tells a time as it was said, wherever it is read", () => {
    expect(valueText(found("date", { start: "2031-03-29T09:30:00" }))).toMatch(/29 Mar|Mar 29/);
    expect(valueText(found("date", { start: "2031-03-29T09:30:00" }))).toMatch(/9:30/);
  });

  it("quotes by characters, and not the whole text", () => {
    expect(quoteOf(found("person", "Mira", { span: [2, 6] }), "👋 Mira there")).toBe("Mira");
    expect(quoteOf(found("type", "idea", { span: [0, 12] }), "👋 Mira there")).toBe("");
  });

  it.each([
    ["rules@1", "by rules"],
    ["minilm-head@3", "by the built-in model"],
    ["minilm-topics@3", "by likeness of meaning"],
    ["oracle@9", "by oracle@9"],
  ])("of %s is made %s", (found_by, expected) => {
    expect(makerText(found("tag", "x", { found_by }))).toBe(expected);
  });
});

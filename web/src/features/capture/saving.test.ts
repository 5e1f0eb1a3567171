import { describe, expect, it } from "vitest";
import type { Draft } from "./draft";
import type { Preview } from "./parts";
import { taskOf, thoughtOf } from "./saving";

const making = { id: "1", now: "2026-11-20T12:00:00.000Z", timezone: "Europe/Berlin" };

function draft(text: string, dropped: string[] = []): Draft {
  return { text, dropped, mode: "task" };
}

function preview(text: string, fields: Partial<Preview>): Preview {
  const nothing = { start: null, start_at: null, due: null, due_at: null, timezone: null, duration_minutes: null, rrule: null };
  const lists = { tags: [], people: [], life_areas: [], spans: [] };
  return { ...nothing, ...lists, repeat_after: null, priority: null, project: null, confidence: 0.9, text, title: text, ...fields };
}

describe("a thought", () => {
  it("keeps its text as it is and has the marks that were not dropped", () => {
    const text = "lunch with @jo and @mia #family #food";
    expect(thoughtOf(draft(text, ["@jo", "#food"]), "web", making)).toEqual({
      id: "1",
      content: text,
      source: "web",
      captured_at: making.now,
      tags: ["family"],
      people: ["mia"],
    });
  });

  it("leaves people to be found where none were marked", () => {
    expect(thoughtOf(draft("lunch with Mia"), "web", making)).not.toHaveProperty("people");
  });
});

describe("a task", () => {
  it("has the fields of the preview of this very line, and the raw text in its notes", () => {
    const read = preview("call mum tomorrow", { title: "call mum", due: "2026-11-21" });
    const saved = taskOf(draft("call mum tomorrow"), read, making);
    expect(saved).toMatchObject({ task: { id: "1", title: "call mum", due: "2026-11-21", notes: "call mum tomorrow" } });
    expect(saved).not.toHaveProperty("task.spans");
  });

  it("has no notes where its title says all", () => {
    expect(taskOf(draft("call mum"), preview("call mum", {}), making)).not.toHaveProperty("task.notes");
  });

  it("has what the preview without the dropped part says", () => {
    const text = "read tomorrow never dies";
    const read = preview("read \\tomorrow never dies", { title: text });
    expect(taskOf(draft(text, ["tomorrow"]), read, making)).toMatchObject({ task: { title: text, due: null } });
  });

  it("is read by the server where the preview is of another text", () => {
    const saved = taskOf(draft("call mum tomorrow"), preview("call mum tomorr", { title: "call mum tomorr" }), making);
    expect(saved).toEqual({ line: { id: "1", text: "call mum tomorrow", timezone: making.timezone, now: making.now }, notes: "" });
  });

  it("is read by the server where a project may have to be made", () => {
    const read = preview("paint /flat", { title: "paint", project: "flat" });
    expect(taskOf(draft("paint /flat"), read, making)).toHaveProperty("line.text", "paint /flat");
  });

  it("keeps the text without the marks of what was dropped", () => {
    expect(taskOf(draft("read tomorrow never dies", ["tomorrow"]), undefined, making)).toMatchObject({
      line: { text: "read \\tomorrow never dies" },
      notes: "read tomorrow never dies",
    });
  });

  it("takes its other lines as notes", () => {
    expect(taskOf(draft("call mum\nask about the garden"), undefined, making)).toEqual({
      line: { id: "1", text: "call mum", timezone: making.timezone, now: making.now },
      notes: "call mum\nask about the garden",
    });
  });

  it("keeps a line that is too long to be read whole in its notes", () => {
    const text = "long ".repeat(200).trim();
    expect(taskOf(draft(text), undefined, making)).toMatchObject({ task: { notes: text } });
  });
});

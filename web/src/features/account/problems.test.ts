import { describe, expect, it } from "vitest";
import { missing, refusal } from "./problems";

const form = { name: "", email: "ada@example.org", password: "correct horse battery", invitation: "" };

function problem(status: number, ...fields: string[]) {
  const errors = fields.map((field) => ({ field, message: "" }));
  return { type: "about:blank", title: "", status, detail: "", ...(errors.length > 0 ? { errors } : {}) };
}

describe("what can be told before the server is asked", () => {
  it("counts characters, not their code units", () => {
    expect(missing({ ...form, password: "🎂".repeat(9) }, true)).toHaveProperty("password");
    expect(missing({ ...form, password: "🎂".repeat(10) }, true)).toEqual({});
  });

  it("asks no length of a password that exists", () => {
    expect(missing({ ...form, password: "old" }, false)).toEqual({});
    expect(missing({ ...form, email: " " }, false)).toHaveProperty("email");
  });
});

describe("what the server refused", () => {
  it("is told at its field", () => {
    expect(Object.keys(refusal(422, problem(422, "email", "password"), form))).toEqual(["email", "password"]);
    expect(refusal(409, problem(409, "email"), form).email).not.toBe(refusal(422, problem(422, "email"), form).email);
  });

  it("asks for an invitation where one is needed, and tells one that is no good", () => {
    const needed = refusal(403, problem(403, "invitation"), form).invitation;
    const wrong = refusal(403, problem(403, "invitation"), { ...form, invitation: "abc" }).invitation;
    expect(needed).toBeDefined();
    expect(wrong).not.toBe(needed);
  });

  it("is told for the whole form where no field is named", () => {
    const told = [401, 403, 429, 500, 502].map((status) => refusal(status, undefined, form).form);
    expect(new Set(told).size).toBe(5);
  });
});

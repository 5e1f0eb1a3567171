import type { Problem } from "../../api/client";
import type { Form } from "./form";
import { LEAST, lengthOf } from "./password";
import { t } from "./texts";

/** What is wrong with each field, and with the whole. */
export type Errors = Partial<Record<keyof Form | "form", string>>;

/** What a person can tell before anybody is asked. */
export function missing(form: Form, isNew: boolean): Errors {
  const errors: Errors = {};
  if (!form.email.trim()) errors.email = t("problem.emailMissing");
  if (!form.password) errors.password = t("problem.passwordMissing");
  else if (isNew && lengthOf(form.password) < LEAST) errors.password = t("problem.passwordShort", { count: LEAST });
  return errors;
}

/** What the server said, by field, in the person's language. */
export function refusal(status: number, problem: Problem | undefined, form: Form): Errors {
  const named = problem?.errors?.map(({ field }) => field) ?? [];
  const errors: Errors = {};
  if (named.includes("email")) errors.email = t(status === 409 ? "problem.emailTaken" : "problem.email");
  if (named.includes("password")) errors.password = t("problem.passwordGuessed");
  if (named.includes("display_name")) errors.name = t("problem.name");
  if (named.includes("invitation")) errors.invitation = t(form.invitation ? "problem.invitationWrong" : "problem.invitationNeeded");
  return Object.keys(errors).length > 0 ? errors : { form: general(status) };
}

function general(status: number): string {
  if (status === 401) return t("problem.wrong");
  if (status === 403) return t("problem.closed");
  if (status > 500) return t("problem.offline");
  return t(status === 429 ? "problem.often" : "problem.other");
}

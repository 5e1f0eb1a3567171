import { useState } from "react";
import { openApi, type Problem } from "../../api/client";
import type { components } from "../../api/schema";
import { useLife } from "../../life/hooks";
import type { Life } from "../../life/life";
import type { Form } from "./form";
import { type Errors, missing, refusal } from "./problems";
import { useSession } from "./session";
import { t } from "./texts";

type SignedIn = components["schemas"]["SignedIn"];

const BLANK: Form = { name: "", email: "", password: "", invitation: "" };

export interface Entering {
  form: Form;
  errors: Errors;
  busy: boolean;
  /** Signed in as somebody else than the one whose data lies here: waits for the person's word. */
  other: SignedIn | null;
  change: (part: Partial<Form>) => void;
  submit: () => Promise<void>;
  takeOver: () => Promise<void>;
  stayOut: () => Promise<void>;
}

/** Signing up or in. `onEntered` follows once the session has begun. */
export function useEntering(isNew: boolean, onEntered: () => void): Entering {
  const life = useLife();
  const [typed, setTyped] = useState<Partial<Form>>({});
  const form = { ...BLANK, email: useSession()?.email ?? "", ...typed };
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const [other, setOther] = useState<SignedIn | null>(null);

  const enter = async (answer: SignedIn) => {
    await life.sessions.begin(answer, form.email.trim());
    life.sync.nudge();
    onEntered();
    if (isNew) await keepZone(life);
  };

  const submit = async () => {
    const lacking = missing(form, isNew);
    setErrors(lacking);
    if (Object.keys(lacking).length > 0) return;
    setBusy(true);
    const asked = await ask(form, isNew);
    setBusy(false);
    if ("errors" in asked) setErrors(asked.errors);
    else if (await belongsToOther(life, asked.answer)) setOther(asked.answer);
    else await enter(asked.answer);
  };

  const takeOver = async () => {
    if (!other) return;
    await life.device.wipe();
    setOther(null);
    await enter(other);
  };

  const stayOut = async () => {
    if (other) await openApi().POST("/api/v1/auth/logout", { body: { refresh_token: other.refresh_token } }).catch(() => undefined);
    setOther(null);
  };

  return { form, errors, busy, other, change: (part) => setTyped({ ...typed, ...part }), submit, takeOver, stayOut };
}

async function ask(form: Form, isNew: boolean): Promise<{ answer: SignedIn } | { errors: Errors }> {
  try {
    const { data, error, response } = await (isNew ? register(form) : login(form));
    return data ? { answer: data } : { errors: refusal(response.status, error, form) };
  } catch {
    return { errors: { form: t("problem.offline") } };
  }
}

interface Answer {
  data?: SignedIn;
  error?: Problem;
  response: Response;
}

function register({ email, password, name, invitation }: Form): Promise<Answer> {
  const body = { email: email.trim(), password, display_name: name.trim() || null, invitation: invitation.trim() || null };
  return openApi().POST("/api/v1/auth/register", { body });
}

function login({ email, password }: Form): Promise<Answer> {
  return openApi().POST("/api/v1/auth/login", { body: { email: email.trim(), password } });
}

/** Acts of nobody yet, done before the first sign-in, go with whoever comes first. */
async function belongsToOther({ sessions }: Life, { account_id }: SignedIn): Promise<boolean> {
  const last = await sessions.current();
  return last !== undefined && last.account_id !== account_id;
}

/** The person's days are those of where they sign up; the server can only know those of its own machine. */
async function keepZone({ api, outbox }: Life): Promise<void> {
  const timezone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { data } = await api.GET("/api/v1/profile").catch(() => ({ data: undefined }));
  if (data && data.timezone !== timezone) await outbox.act("profile.update", { timezone }, "");
}

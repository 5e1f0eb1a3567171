import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button, IconButton, TextField } from "../../design";
import { useEntering } from "./entering";
import { OtherPerson } from "./OtherPerson";
import { passwordHint } from "./password";
import { t } from "./texts";

interface Props {
  /** Whether an account is made. */
  isNew: boolean;
  onEntered: () => void;
}

/** Signing up, or in. The field for an invitation is there once the server asks for one. */
export function EnterForm({ isNew, onEntered }: Props) {
  const entering = useEntering(isNew, onEntered);
  const { form, errors, busy, change, submit } = entering;
  const whole = useRef<HTMLFormElement>(null);
  const [invited, setInvited] = useState(false);
  if (errors.invitation && !invited) setInvited(true);
  useEffect(() => whole.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), [errors]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form ref={whole} noValidate onSubmit={send} className="flex flex-col gap-4">
      {isNew && (
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          error={errors.name}
          name="name"
          autoComplete="name"
          maxLength={500}
          value={form.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      )}
      <TextField
        label={t("email")}
        error={errors.email}
        type="email"
        name="email"
        inputMode="email"
        autoComplete={isNew ? "email" : "username"}
        autoCapitalize="none"
        spellCheck={false}
        required
        value={form.email}
        onChange={(event) => change({ email: event.target.value })}
      />
      <Password isNew={isNew} value={form.password} error={errors.password} onChange={(password) => change({ password })} />
      {invited && (
        <TextField
          label={t("invitation")}
          hint={t("invitationHint")}
          error={errors.invitation}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={form.invitation}
          onChange={(event) => change({ invitation: event.target.value })}
        />
      )}
      {errors.form && (
        <p role="alert" className="text-danger-ink">
          {errors.form}
        </p>
      )}
      <Button type="submit" variant="primary" busy={busy}>
        {t(isNew ? "signUp" : "signIn")}
      </Button>
      <OtherPerson entering={entering} />
    </form>
  );
}

interface PasswordProps {
  isNew: boolean;
  value: string;
  error: string | undefined;
  onChange: (password: string) => void;
}

function Password({ isNew, value, error, onChange }: PasswordProps) {
  const [shown, show] = useState(false);
  return (
    <div className="relative">
      <TextField
        label={t("password")}
        hint={isNew ? passwordHint(value) : undefined}
        error={error}
        type={shown ? "text" : "password"}
        name="password"
        autoComplete={isNew ? "new-password" : "current-password"}
        autoCapitalize="none"
        spellCheck={false}
        required
        className="pr-12"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="absolute top-5 right-0.5 pointer-coarse:top-6">
        <IconButton icon={shown ? "eye-off" : "eye"} label={t(shown ? "hide" : "show")} onClick={() => show(!shown)} />
      </div>
    </div>
  );
}

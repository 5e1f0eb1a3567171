import { type ComponentProps, type ReactNode, useId } from "react";
import { Icon } from "./Icon";

interface Common {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  hideLabel?: boolean | undefined;
}

const CONTROL =
  "w-full rounded-control border border-edge bg-surface px-3 py-1.5 min-h-9 pointer-coarse:min-h-11 text-base pointer-coarse:text-[1rem] text-ink disabled:bg-sunken disabled:text-faint aria-invalid:border-danger";

interface Described {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  className: string;
}

/** A label over its control, with what helps to fill it in and what is wrong with it. */
function Field({ label, hint, error, hideLabel, children }: Common & { children: (control: Described) => ReactNode }) {
  const id = useId();
  const help = error ?? hint;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-sm font-medium"}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": help ? `${id}-help` : undefined,
        "aria-invalid": error ? true : undefined,
        className: CONTROL,
      })}
      {help && (
        <p id={`${id}-help`} role={error ? "alert" : undefined} className={error ? "text-danger-ink text-sm" : "text-muted text-sm"}>
          {help}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, hint, error, hideLabel, className = "", ...rest }: Common & ComponentProps<"input">) {
  return (
    <Field {...{ label, hint, error, hideLabel }}>
      {(control) => <input type="text" {...control} {...rest} className={`${control.className} ${className}`} />}
    </Field>
  );
}

/** Grows with its text where the browser can. */
export function TextArea({ label, hint, error, hideLabel, className = "", ...rest }: Common & ComponentProps<"textarea">) {
  return (
    <Field {...{ label, hint, error, hideLabel }}>
      {(control) => (
        <textarea rows={3} {...control} {...rest} className={`${control.className} field-sizing-content max-h-[60vh] ${className}`} />
      )}
    </Field>
  );
}

interface Option<V extends string> {
  value: V;
  label: string;
}

interface SelectProps<V extends string> extends Common, Omit<ComponentProps<"select">, "value" | "onChange"> {
  options: readonly Option<V>[];
  value: V;
  onChange: (value: V) => void;
}

export function Select<V extends string>({ label, hint, error, hideLabel, options, value, onChange, ...rest }: SelectProps<V>) {
  const chosen = (raw: string) => options.find((option) => option.value === raw);
  return (
    <Field {...{ label, hint, error, hideLabel }}>
      {(control) => (
        <span className="relative">
          <select
            {...control}
            {...rest}
            className={`${control.className} appearance-none truncate pr-9`}
            value={value}
            onChange={(event) => {
              const option = chosen(event.target.value);
              if (option) onChange(option.value);
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" className="text-muted pointer-events-none absolute inset-y-0 right-3 my-auto size-4" />
        </span>
      )}
    </Field>
  );
}

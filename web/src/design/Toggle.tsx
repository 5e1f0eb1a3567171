import type { ComponentProps, ReactNode } from "react";

interface Props extends Omit<ComponentProps<"input">, "checked" | "onChange" | "type"> {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: string | undefined;
  hideLabel?: boolean | undefined;
}

const LINE = "flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11";

function Words({ label, hint, hideLabel }: Pick<Props, "label" | "hint" | "hideLabel">) {
  if (hideLabel) return <span className="sr-only">{label}</span>;
  return (
    <span className="flex flex-col">
      <span>{label}</span>
      {hint && <span className="text-muted text-sm">{hint}</span>}
    </span>
  );
}

/** For choosing among things, in a form or a list. */
export function Checkbox({ label, checked, onChange, hint, hideLabel, ...rest }: Props) {
  return (
    <label className={LINE}>
      <input
        type="checkbox"
        {...rest}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="accent-accent size-[1.125rem] shrink-0"
      />
      <Words {...{ label, hint, hideLabel }} />
    </label>
  );
}

/** For what is on or off at once. */
export function Switch({ label, checked, onChange, hint, hideLabel, ...rest }: Props) {
  return (
    <label className={`${LINE} justify-between`}>
      <Words {...{ label, hint, hideLabel }} />
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        {...rest}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="switch"
      />
    </label>
  );
}

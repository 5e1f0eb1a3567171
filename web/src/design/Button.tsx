import type { ComponentProps } from "react";
import { Icon } from "./Icon";
import type { IconName } from "./icons";

type Variant = "primary" | "plain" | "quiet" | "danger";

const LOOK: Record<Variant, string> = {
  primary: "bg-accent text-on-accent border-transparent hover:bg-accent-ink",
  plain: "bg-surface text-ink border-rim hover:bg-sunken",
  quiet: "bg-transparent text-accent-ink border-transparent hover:bg-accent-soft",
  danger: "bg-danger text-on-danger border-transparent hover:bg-danger-ink",
};

interface ButtonProps extends ComponentProps<"button"> {
  variant?: Variant | undefined;
  busy?: boolean | undefined;
  icon?: IconName | undefined;
}

/** Says what it does. While `busy` it stays focused and readable, and does nothing. */
export function Button({ variant = "plain", busy = false, icon, children, className = "", onClick, ...rest }: ButtonProps) {
  const shown = busy ? "loader-circle" : icon;
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={`rounded-control inline-flex min-h-9 items-center justify-center gap-2 border px-3 py-1.5 text-sm font-medium transition-colors disabled:border-line disabled:bg-sunken disabled:text-faint pointer-coarse:min-h-11 ${LOOK[variant]} ${className}`}
      {...rest}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {shown && <Icon name={shown} className={busy ? "size-4 animate-spin" : "size-4"} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<"button">, "children"> {
  label: string;
  icon: IconName;
}

/** A button of one icon; its label is read out and shown as a hint. */
export function IconButton({ label, icon, className = "", ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`rounded-control text-muted hover:bg-sunken hover:text-ink disabled:text-faint inline-flex size-9 shrink-0 items-center justify-center transition-colors pointer-coarse:size-11 ${className}`}
      {...rest}
    >
      <Icon name={icon} className="size-[1.125rem]" />
    </button>
  );
}

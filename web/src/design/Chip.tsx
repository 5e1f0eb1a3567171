import type { ReactNode } from "react";
import { Icon } from "./Icon";
import { t } from "./texts";
import type { Tone } from "./tone";

interface Props {
  children: ReactNode;
  tone?: Tone | undefined;
  /** With `onPress`: whether it is chosen. */
  pressed?: boolean | undefined;
  onPress?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  removeLabel?: string | undefined;
}

const SHAPE = "inline-flex min-h-7 max-w-full items-center gap-1 rounded-full border px-2.5 text-sm pointer-coarse:min-h-8";

/** A small part of something: a tag, a date that was understood, a filter. */
export function Chip({ children, tone = "plain", pressed, onPress, onRemove, removeLabel }: Props) {
  const words = <span className="truncate">{children}</span>;
  return (
    <span data-tone={tone} className="inline-flex max-w-full">
      {onPress ? (
        <button type="button" aria-pressed={pressed} onClick={onPress} className={`${SHAPE} chip`}>
          {pressed && <Icon name="check" className="size-3.5" />}
          {words}
        </button>
      ) : (
        <span className={`${SHAPE} chip ${onRemove ? "min-w-0 rounded-r-none border-r-0 pr-1" : ""}`}>{words}</span>
      )}
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel ?? t("remove", { what: typeof children === "string" ? children : "" })}
          onClick={onRemove}
          className={`${SHAPE} chip shrink-0 rounded-l-none border-l-0 px-1.5`}
        >
          <Icon name="x" className="size-3.5" />
        </button>
      )}
    </span>
  );
}

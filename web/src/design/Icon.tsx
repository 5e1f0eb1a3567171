import type { IconName } from "./icons";
import sprite from "./icons.svg?no-inline";

interface Props {
  name: IconName;
  className?: string;
}

/** A picture beside words or inside a named button: never the only thing that tells something. */
export function Icon({ name, className = "size-4" }: Props) {
  return (
    <svg
      aria-hidden="true"
      className={`inline-block shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={2}
    >
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}

import type { ReactNode } from "react";
import { Icon } from "./Icon";
import type { IconName } from "./icons";

interface Props {
  icon: IconName;
  title: string;
  text: ReactNode;
  action?: ReactNode;
}

/** There is nothing here, and this is what to do about it. */
export function Empty({ icon, title, text, action }: Props) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-4 py-10 text-center">
      <span className="bg-accent-soft text-accent-ink mb-1 inline-flex size-11 items-center justify-center rounded-full">
        <Icon name={icon} className="size-5" />
      </span>
      <p className="text-lg font-semibold">{title}</p>
      <div className="text-muted text-pretty">{text}</div>
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

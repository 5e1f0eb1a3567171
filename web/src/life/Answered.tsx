import type { ReactNode } from "react";
import { Button, Skeleton } from "../design";
import { failure } from "./command";
import type { Asked } from "./server";
import { t } from "./texts";

interface Props<T> {
  asked: Asked<T> & { again: () => void };
  children: (data: T) => ReactNode;
}

/** What the server answered; until then, and where it did not, what stands in its place. */
export function Answered<T>({ asked, children }: Props<T>) {
  if (asked.state === "there") return children(asked.data);
  if (asked.state === "loading") return <Skeleton />;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-muted min-w-0 flex-1 basis-60">{failure(asked)}</p>
      <Button icon="refresh-cw" onClick={asked.again}>
        {t("again")}
      </Button>
    </div>
  );
}

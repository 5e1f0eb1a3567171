import { useState } from "react";
import { Button } from "../../design";
import { t } from "./texts";

const COLLAPSED = 3000;

/** A text as it was written; a very long one is shown on demand. */
export function LongText({ text }: { text: string }) {
  const [all, showAll] = useState(false);
  const isLong = text.length > COLLAPSED;
  const size = t("kilobytes", { count: Math.round(text.length / 1000) });
  return (
    <>
      <p className="text-lg break-words whitespace-pre-wrap">{isLong && !all ? `${text.slice(0, COLLAPSED)}…` : text}</p>
      {isLong && (
        <Button variant="quiet" onClick={() => showAll(!all)} aria-expanded={all}>
          {all ? t("showLess") : t("showAll", { size })}
        </Button>
      )}
    </>
  );
}

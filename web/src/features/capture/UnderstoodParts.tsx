import { Button, Chip } from "../../design";
import { partName, partTone } from "./naming";
import { t } from "./texts";
import type { Capture } from "./useCapture";

/** What the text says, part by part. Of a thought only the writer's own marks can be taken back: the rest is found later. */
export function UnderstoodParts({ capture: { draft, parts, unread, drop, readAll } }: { capture: Capture }) {
  const isTask = draft.mode === "task";
  const canDrop = (field: string) => isTask || field === "tag" || field === "person";
  return (
    <>
      {(parts.length > 0 || draft.dropped.length > 0) && (
        <div className="flex flex-wrap items-center gap-1.5">
          <ul aria-label={t("understood")} className="contents">
            {parts.map((part) => (
              <li key={part.text} className="contents">
                <Chip
                  tone={partTone(part)}
                  onRemove={canDrop(part.field) ? () => drop(part) : undefined}
                  removeLabel={t("drop", { what: partName(part) })}
                >
                  {partName(part)}
                </Chip>
              </li>
            ))}
          </ul>
          {draft.dropped.length > 0 && (
            <Button variant="quiet" icon="rotate-ccw" onClick={readAll}>
              {t("readAll")}
            </Button>
          )}
        </div>
      )}
      {isTask && unread && <p className="text-muted text-sm">{t("unreadTask")}</p>}
    </>
  );
}

import { Link } from "wouter";
import { Chip, Icon } from "../../design";
import { useRecord } from "../../life/hooks";
import { t } from "./texts";

interface Props {
  ids: readonly string[];
  /** Takes one away; where absent, each leads to its source. */
  onRemove?: (id: string) => void;
}

/** The sources that belong to a message. */
export function Attached({ ids, onRemove }: Props) {
  if (ids.length === 0) return null;
  return (
    <ul aria-label={t("attached")} className={`flex max-w-full flex-wrap gap-x-3 gap-y-1.5 ${onRemove ? "" : "justify-end"}`}>
      {ids.map((id) => (
        <li key={id} className="max-w-full min-w-0">
          <One id={id} onRemove={onRemove && (() => onRemove(id))} />
        </li>
      ))}
    </ul>
  );
}

function One({ id, onRemove }: { id: string; onRemove: (() => void) | undefined }) {
  const source = useRecord("source", id);
  const title = source === null ? t("goneSource") : (source?.title ?? "");
  if (onRemove) return <Chip onRemove={onRemove}>{title}</Chip>;
  const shown = (
    <>
      <Icon name="paperclip" className="size-4 shrink-0" />
      <span className="truncate">{title}</span>
    </>
  );
  const looks = "inline-flex min-h-6 max-w-full items-center gap-1 text-sm";
  if (!source) return <span className={`${looks} text-muted`}>{shown}</span>;
  return <Link href={`/sources/${id}`} className={`${looks} text-accent-ink rounded-sm hover:underline`}>{shown}</Link>;
}

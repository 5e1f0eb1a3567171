import { Link } from "wouter";
import { Icon } from "../../design";
import type { ToldKind } from "./api";
import { historyPath } from "./path";
import { t } from "./texts";

/** The way to every change of a record. */
export function HistoryLink({ kind, id }: { kind: ToldKind; id: string }) {
  return (
    <Link href={historyPath(kind, id)} className="text-accent-ink inline-flex min-h-9 items-center gap-1.5 text-sm font-medium hover:underline">
      <Icon name="history" />
      {t("title")}
    </Link>
  );
}

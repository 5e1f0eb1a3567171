import { Link } from "wouter";
import { Icon, Row } from "../../design";
import { formatDay } from "../../i18n/dates";
import { dayOf } from "../../i18n/days";
import { FORMAT_ICONS, type Source } from "./source";
import { SourceMenu } from "./SourceMenu";
import { t } from "./texts";

/** A source in the list. */
export function SourceRow({ source }: { source: Source }) {
  return (
    <Row leading={<Icon name={FORMAT_ICONS[source.format]} className="text-muted size-4" />} trailing={<SourceMenu source={source} />}>
      <Link href={`/sources/${source.id}`} className="line-clamp-2 rounded-sm hover:underline">
        {source.title}
      </Link>
      <p className="text-muted text-sm break-words">{factsOf(source)}</p>
    </Row>
  );
}

/** What kind of text it is, from where and from when. */
export function factsOf({ format, origin, written_at, imported_at, provenance, tags }: Source): string {
  const at = written_at ? t("written", { day: formatDay(dayOf(written_at)) }) : t("brought", { day: formatDay(dayOf(imported_at)) });
  return [t(`format.${format}`), provenance === "own" && t("own"), at, origin, ...tags.map((tag) => `#${tag}`)].filter(Boolean).join(" · ");
}

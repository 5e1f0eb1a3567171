import { Link } from "wouter";
import { Icon, Row } from "../../design";
import { formatDay } from "../../i18n/dates";
import { dayOf } from "../../i18n/days";
import { kindName } from "../../i18n/words";
import type { Marked as Text, SearchedKind } from "../../worker";
import { KIND_ICONS } from "./icons";
import { resultKeys } from "./keys";
import { Marked } from "./Marked";

interface Props {
  kind: SearchedKind;
  at: number;
  href: string;
  title: Text;
  snippet: Text;
  onOpen: () => void;
}

/** A record that was found. */
export function FoundRow({ kind, at, href, title, snippet, onOpen }: Props) {
  const [name, below] = title.text ? [title, snippet] : [snippet, undefined];
  return (
    <Row leading={<Icon name={KIND_ICONS[kind]} className="text-muted size-4" />}>
      <Link href={href} data-found="" onClick={onOpen} onKeyDown={resultKeys} className="line-clamp-3 rounded-sm hover:underline">
        <Marked {...name} />
      </Link>
      {below?.text && (
        <p className="text-muted line-clamp-2 text-sm">
          <Marked {...below} />
        </p>
      )}
      <p className="text-muted text-sm">{`${kindName(kind)} · ${formatDay(dayOf(at))}`}</p>
    </Row>
  );
}

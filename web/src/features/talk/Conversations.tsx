import { useState } from "react";
import { Link } from "wouter";
import { Button, List, Panel, Row } from "../../design";
import { formatAgo } from "../../i18n/dates";
import { useRecords } from "../../life/hooks";
import { ConversationMenu } from "./ConversationMenu";
import { t } from "./texts";

const PAGE = 20;

/** Talks that were had, the newest first. */
export function Conversations() {
  const [shown, show] = useState(PAGE);
  const all = useRecords({ kind: "conversation", limit: shown + 1 });
  if (!all?.length) return null;
  return (
    <Panel title={t("earlier")}>
      <List label={t("earlier")}>
        {all.slice(0, shown).map((conversation) => (
          <Row key={conversation.id} trailing={<ConversationMenu conversation={conversation} />}>
            <Link href={`/talk/${conversation.id}`} className="line-clamp-2 rounded-sm hover:underline">
              {conversation.title}
            </Link>
            <p className="text-muted text-sm">{formatAgo(conversation.last_at)}</p>
          </Row>
        ))}
      </List>
      {all.length > shown && (
        <Button variant="quiet" onClick={() => show(shown + PAGE)}>
          {t("more")}
        </Button>
      )}
    </Panel>
  );
}

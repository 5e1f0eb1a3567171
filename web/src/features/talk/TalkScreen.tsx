import { useLocation, useParams } from "wouter";
import { Page } from "../../design";
import { useRecord } from "../../life/hooks";
import { Composer } from "./Composer";
import { Conversations } from "./Conversations";
import { ConversationMenu } from "./ConversationMenu";
import { t } from "./texts";
import { Transcript } from "./Transcript";
import { useTurn } from "./useTurn";

/** A talk with the assistant: a new one, with all others beneath it, or one that goes on. */
export default function TalkScreen() {
  const { id } = useParams<{ id?: string }>();
  const [, go] = useLocation();
  const conversation = useRecord("conversation", id ?? "");
  const talking = useTurn(id, (begun) => begun !== id && go(`/talk/${begun}`, { replace: !id }));
  const isNew = !id && !talking.turn;
  return (
    <Page title={conversation?.title ?? t(id ? "talk" : "title")} actions={conversation && <ConversationMenu conversation={conversation} onGone={() => go("/talk")} />}>
      {!isNew && <Transcript id={id} talking={talking} />}
      <Composer key={id ?? ""} talking={talking} isNew={isNew} />
      {isNew && <Conversations />}
    </Page>
  );
}

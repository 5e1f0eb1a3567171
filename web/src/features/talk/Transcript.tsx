import { useEffect } from "react";
import { Empty, Skeleton } from "../../design";
import { useRecords } from "../../life/hooks";
import { Question } from "./Question";
import { Reply } from "./Reply";
import { cardsOf, type Message, type Shown, shownOf } from "./talk";
import { t } from "./texts";
import { useStaysAtEnd } from "./useStaysAtEnd";
import type { Talking } from "./useTurn";
import { WritingReply } from "./WritingReply";

/** Everything said in a conversation, and what is being said. */
export function Transcript({ id = "", talking }: { id: string | undefined; talking: Talking }) {
  const messages = useRecords({ kind: "message", ref: id });
  if (!messages) return <Skeleton lines={6} />;
  const shown = shownOf(messages, talking.turn);
  const isEmpty = shown.kept.length === 0 && !talking.turn && !shown.elsewhere;
  return isEmpty ? <Empty icon="messages-square" title={t("goneTitle")} text={t("goneText")} /> : <Said id={id} shown={shown} talking={talking} />;
}

function Said({ id, shown, talking }: { id: string; shown: Shown; talking: Talking }) {
  const { kept, question, turn, elsewhere } = shown;
  const cards = useRecords({ kind: "card", ref: id }) ?? [];
  useEffect(() => {
    if (elsewhere) talking.join(elsewhere);
  }, [elsewhere]);
  useStaysAtEnd(talking.turn?.question, [kept.length, cards.length, turn?.text, turn?.cards.length]);
  const part = (message: Message) => {
    if (message.role === "user") return <Question key={message.id} text={message.text} at={message.created_at} attachments={message.attachments} />;
    const isLast = message === kept.at(-1) && !turn;
    return <Reply key={message.id} reply={message} cards={cardsOf(message, cards)} onAgain={isLast ? talking.regenerate : undefined} />;
  };
  return (
    <div role="log" aria-label={t("talk")} className="flex flex-col gap-5">
      {kept.map(part)}
      {question && <Question text={question} />}
      {turn && <WritingReply turn={turn} onStop={talking.stop} />}
    </div>
  );
}

import { useState } from "react";
import { FormDialog, Menu, TextField } from "../../design";
import { useAct } from "../../life/hooks";
import type { Conversation } from "./talk";
import { t } from "./texts";

interface Props {
  conversation: Conversation;
  /** After it was deleted. */
  onGone?: () => void;
}

/** What can be done with a whole conversation. */
export function ConversationMenu({ conversation, onGone }: Props) {
  const act = useAct();
  const [renaming, rename] = useState(false);
  const { id, title } = conversation;
  const remove = async () => {
    await act("conversations.delete", { id }, t("deleted", { title }));
    onGone?.();
  };
  return (
    <>
      <Menu
        label={t("acts", { title })}
        items={[
          { label: t("rename"), icon: "pencil", onSelect: () => rename(true) },
          { label: t("delete"), icon: "trash-2", danger: true, onSelect: () => void remove() },
        ]}
      />
      {renaming && <Renaming conversation={conversation} onClose={() => rename(false)} />}
    </>
  );
}

function Renaming({ conversation: { id, title }, onClose }: { conversation: Conversation; onClose: () => void }) {
  const act = useAct();
  const [name, setName] = useState(title);
  const submit = () => {
    onClose();
    if (name.trim() !== title) void act("conversations.update", { id, title: name.trim() }, t("renamed"));
  };
  return (
    <FormDialog title={t("rename")} submit={t("save")} disabled={!name.trim()} onSubmit={submit} onClose={onClose}>
      <TextField label={t("name")} value={name} maxLength={500} onChange={(event) => setName(event.target.value)} />
    </FormDialog>
  );
}

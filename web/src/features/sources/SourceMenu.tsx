import { useState } from "react";
import { useLocation } from "wouter";
import { FormDialog, Menu, TextField } from "../../design";
import { useAct } from "../../life/hooks";
import { historyPath } from "../history";
import type { Source } from "./source";
import { t } from "./texts";

interface Props {
  source: Source;
  /** After it was deleted. */
  onGone?: () => void;
}

/** What can be done with a source. */
export function SourceMenu({ source, onGone }: Props) {
  const [, go] = useLocation();
  const act = useAct();
  const [editing, edit] = useState(false);
  const { id, title } = source;
  const remove = async () => {
    await act("sources.delete", { id }, t("deleted", { title }));
    onGone?.();
  };
  return (
    <>
      <Menu
        label={t("acts", { title })}
        items={[
          { label: t("edit"), icon: "pencil", onSelect: () => edit(true) },
          { label: t("history"), icon: "history", onSelect: () => go(historyPath("source", id)) },
          { label: t("delete"), icon: "trash-2", danger: true, onSelect: () => void remove() },
        ]}
      />
      {editing && <Editing source={source} onClose={() => edit(false)} />}
    </>
  );
}

function Editing({ source, onClose }: { source: Source; onClose: () => void }) {
  const act = useAct();
  const [title, setTitle] = useState(source.title);
  const [tags, setTags] = useState(source.tags.join(", "));
  const submit = () => {
    onClose();
    const named = tags.split(",").map((tag) => tag.trim().replace(/^#/, "")).filter(Boolean);
    void act("sources.update", { id: source.id, title: title.trim(), tags: named }, t("changed"));
  };
  return (
    <FormDialog title={t("edit")} submit={t("save")} disabled={!title.trim()} onSubmit={submit} onClose={onClose}>
      <TextField label={t("name")} value={title} maxLength={500} onChange={(event) => setTitle(event.target.value)} />
      <TextField label={t("tags")} hint={t("tagsHint")} value={tags} onChange={(event) => setTags(event.target.value)} />
    </FormDialog>
  );
}

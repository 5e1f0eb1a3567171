import { type FormEvent, useState } from "react";
import { Button, IconButton, List, Panel, Row, TextField } from "../../../design";
import type { Task } from "../task";
import { t } from "./texts";
import type { Edit } from "./useEdit";

interface Props {
  task: Task;
  edit: Edit;
}

type Attachment = Task["attachments"][number];

function nameOf({ title, url }: Attachment): string {
  return title ?? url ?? t("stored");
}

/** Web addresses that belong to a task. */
export function Links({ task: { attachments }, edit }: Props) {
  const remove = (place: number) => edit({ attachments: attachments.filter((_, other) => other !== place) }, t("links"));
  return (
    <Panel title={t("links")}>
      <List label={t("links")}>
        {attachments.map((one, place) => (
          <Row
            key={one.url ?? one.id}
            trailing={<IconButton icon="x" label={t("removeLink", { title: nameOf(one) })} onClick={() => remove(place)} />}
          >
            {one.url ? (
              <a href={one.url} target="_blank" rel="noreferrer" className="text-accent-ink break-all hover:underline">
                {nameOf(one)}
              </a>
            ) : (
              nameOf(one)
            )}
          </Row>
        ))}
      </List>
      <AddLink onAdd={(link) => edit({ attachments: [...attachments, link] }, t("links"))} />
    </Panel>
  );
}

const ADDRESS = /^https?:\/\/[^\s/]\S*$/;

function AddLink({ onAdd }: { onAdd: (link: Attachment) => void }) {
  const [url, setUrl] = useState("");
  const [title, setTitle] = useState("");
  const [wrong, setWrong] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const good = ADDRESS.test(url.trim());
    setWrong(!good);
    if (!good) return;
    onAdd({ url: url.trim(), title: title.trim() || null });
    setUrl("");
    setTitle("");
  };
  return (
    <form onSubmit={add} noValidate className="mt-2 grid items-end gap-2 sm:grid-cols-[2fr_1fr_auto]">
      <TextField type="url" label={t("linkUrl")} value={url} error={wrong ? t("linkWrong") : undefined} onChange={(event) => setUrl(event.target.value)} />
      <TextField label={t("linkTitle")} value={title} maxLength={500} onChange={(event) => setTitle(event.target.value)} />
      <Button type="submit">{t("add")}</Button>
    </form>
  );
}

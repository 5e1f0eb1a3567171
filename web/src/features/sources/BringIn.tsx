import { useState } from "react";
import { Checkbox, FormDialog, Segmented, TextArea, TextField } from "../../design";
import { t } from "./texts";
import { useBringIn } from "./useBringIn";

const WAYS = ["files", "page", "text"] as const;
type Way = (typeof WAYS)[number];

interface Draft {
  files: File[];
  url: string;
  text: string;
  title: string;
  own: boolean;
}

const EMPTY: Draft = { files: [], url: "", text: "", title: "", own: false };

interface Props {
  /** Told the id of what the server has taken, a source's or an import's. */
  onTaken?: (id: string) => void;
  onClose: () => void;
}

/** Asks what to bring in: files, a page of the web, or a text that was pasted. */
export function BringIn({ onTaken, onClose }: Props) {
  const [way, choose] = useState<Way>("files");
  const [draft, setDraft] = useState(EMPTY);
  const { busy, files, page, text } = useBringIn(onTaken);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const isReady = { files: draft.files.length > 0, page: draft.url.trim() !== "", text: draft.text.trim() !== "" }[way];
  const send = { files: () => files(draft.files, draft), page: () => page(draft.url.trim()), text: () => text(draft.text, draft.title.trim(), draft) };
  const submit = async () => {
    if (await send[way]()) onClose();
  };
  return (
    <FormDialog title={t("bring")} submit={t("bringNow")} busy={busy} disabled={!isReady} onSubmit={() => void submit()} onClose={onClose}>
      <Segmented label={t("way")} value={way} onChange={choose} options={WAYS.map((value) => ({ value, label: t(`way.${value}`) }))} />
      {way === "files" && <Files chosen={draft.files} onChoose={(chosen) => change({ files: chosen })} />}
      {way === "page" && <TextField type="url" inputMode="url" label={t("url")} hint={t("urlHint")} placeholder="https://" value={draft.url} onChange={(event) => change({ url: event.target.value })} />}
      {way === "text" && (
        <>
          <TextField label={t("name")} hint={t("nameHint")} value={draft.title} onChange={(event) => change({ title: event.target.value })} />
          <TextArea label={t("text")} rows={6} value={draft.text} onChange={(event) => change({ text: event.target.value })} />
        </>
      )}
      {way !== "page" && <Checkbox label={t("isOwn")} hint={t("isOwnHint")} checked={draft.own} onChange={(own) => change({ own })} />}
    </FormDialog>
  );
}

function Files({ chosen, onChoose }: { chosen: File[]; onChoose: (files: File[]) => void }) {
  return (
    <label className="flex flex-col gap-1">
      <span className="text-sm font-medium">{t("files")}</span>
      <input
        type="file"
        multiple
        accept=".md,.markdown,.txt,.pdf,.html,.htm,.zip"
        onChange={(event) => onChoose([...(event.target.files ?? [])])}
        className="border-edge rounded-control w-full border border-dashed px-4 py-6 text-sm"
      />
      <span className="text-muted text-sm">{chosen.length > 0 ? t("chosen", { count: chosen.length }) : t("filesHint")}</span>
    </label>
  );
}

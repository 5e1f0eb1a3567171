import { useState } from "react";
import { FormDialog, Select, TextField } from "../../design";
import { newId } from "../../device/ids";
import { useAct } from "../../life/hooks";
import { type Memory, type What, WHATS } from "./memory";
import { t } from "./texts";

interface Props {
  /** The one that is put right; a new one where absent. */
  memory?: Memory;
  onClose: () => void;
}

interface Draft {
  statement: string;
  what: What;
  from: string;
  until: string;
}

const EMPTY: Draft = { statement: "", what: "fact", from: "", until: "" };

function draftOf({ statement, what, valid_from, valid_until }: Memory): Draft {
  return { statement, what, from: valid_from ?? "", until: valid_until ?? "" };
}

/** What shall be remembered, and from when until when it holds. */
export function MemoryForm({ memory, onClose }: Props) {
  const act = useAct();
  const [draft, setDraft] = useState(memory ? draftOf(memory) : EMPTY);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const { statement, what, from, until } = draft;
  const isReversed = Boolean(from && until && until < from);
  const save = () => {
    onClose();
    const fields = { statement: statement.trim(), what, valid_from: from || null, valid_until: until || null };
    if (memory) void act("memories.update", { id: memory.id, ...fields }, t("changed"));
    else void act("memories.create", { id: newId(), ...fields }, t("added"));
  };
  return (
    <FormDialog title={t(memory ? "edit" : "add")} submit={t("save")} disabled={!statement.trim() || isReversed} onSubmit={save} onClose={onClose}>
      <TextField label={t("statement")} hint={t("statementHint")} maxLength={500} value={statement} onChange={(event) => change({ statement: event.target.value })} />
      <Select label={t("kind")} options={WHATS.map((value) => ({ value, label: t(`what.${value}`) }))} value={what} onChange={(kind) => change({ what: kind })} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField type="date" label={t("from")} value={from} onChange={(event) => change({ from: event.target.value })} />
        <TextField type="date" label={t("untilDay")} error={isReversed ? t("reversed") : undefined} value={until} onChange={(event) => change({ until: event.target.value })} />
      </div>
    </FormDialog>
  );
}

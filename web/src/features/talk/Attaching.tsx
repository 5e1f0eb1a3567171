import { useState } from "react";
import { Button, Checkbox, FormDialog, TextField } from "../../design";
import { useRecords } from "../../life/hooks";
import { BringIn, Imports, matching, type Source } from "../sources";
import { chosenOf, type Decided, MOST_ATTACHED } from "./attachable";
import { t } from "./texts";

interface Props {
  attached: readonly string[];
  onAttach: (ids: string[]) => void;
  onClose: () => void;
}

/** More are found by their words. */
const SHOWN = 30;

/** Chooses the sources that a message is about, or brings in new ones. */
export default function Attaching({ attached, onAttach, onClose }: Props) {
  const sources = useRecords({ kind: "source" }) ?? [];
  const [decided, decide] = useState<Decided>(() => new Map(attached.map((id) => [id, true])));
  const [brought, setBrought] = useState<ReadonlySet<string>>(new Set());
  const [isBringing, bring] = useState(false);
  const take = (id: string) => setBrought((before) => new Set([...before, id]));
  if (isBringing) return <BringIn onTaken={take} onClose={() => bring(false)} />;
  const chosen = chosenOf(sources, decided, brought);
  const submit = () => {
    onClose();
    onAttach(chosen);
  };
  const other = <Button icon="plus" onClick={() => bring(true)}>{t("bringIn")}</Button>;
  return (
    <FormDialog title={t("attach")} submit={t("attachThese")} other={other} onSubmit={submit} onClose={onClose}>
      <Imports />
      <Choices sources={sources} chosen={chosen} onDecide={(id, isWanted) => decide(new Map([...decided, [id, isWanted]]))} />
    </FormDialog>
  );
}

interface ChoicesProps {
  sources: Source[];
  chosen: readonly string[];
  onDecide: (id: string, isWanted: boolean) => void;
}

function Choices({ sources, chosen, onDecide }: ChoicesProps) {
  const [text, setText] = useState("");
  if (sources.length === 0) return <p className="text-muted">{t("noSources")}</p>;
  return (
    <>
      <TextField type="search" label={t("findSource")} hideLabel placeholder={t("findSource")} value={text} onChange={(event) => setText(event.target.value)} />
      <ul aria-label={t("attach")} className="flex max-h-64 flex-col overflow-y-auto">
        {matching(sources, text)
          .slice(0, SHOWN)
          .map(({ id, title }) => (
            <li key={id}>
              <Checkbox
                label={<span className="line-clamp-2 break-words">{title}</span>}
                checked={chosen.includes(id)}
                disabled={chosen.length >= MOST_ATTACHED && !chosen.includes(id)}
                onChange={(isWanted) => onDecide(id, isWanted)}
              />
            </li>
          ))}
      </ul>
    </>
  );
}

import { useState } from "react";
import { Button, Checkbox, FormDialog, TextField } from "../../design";
import { useRecords } from "../../life/hooks";
import { BringIn, Imports, matching } from "../sources";
import { t } from "./texts";

interface Props {
  attached: readonly string[];
  onAttach: (ids: string[]) => void;
  onClose: () => void;
}

/** As many as the server takes with one message. */
const MOST = 10;
/** More are found by their words. */
const SHOWN = 30;

/** Chooses the sources that a message is about, or brings in new ones. */
export default function Attaching({ attached, onAttach, onClose }: Props) {
  const [chosen, choose] = useState(attached);
  const [isBringing, bring] = useState(false);
  if (isBringing) return <BringIn onClose={() => bring(false)} />;
  const submit = () => {
    onClose();
    onAttach([...chosen]);
  };
  const other = <Button icon="plus" onClick={() => bring(true)}>{t("bringIn")}</Button>;
  return (
    <FormDialog title={t("attach")} submit={t("attachThese")} other={other} onSubmit={submit} onClose={onClose}>
      <Imports />
      <Choices chosen={chosen} onChoose={choose} />
    </FormDialog>
  );
}

function Choices({ chosen, onChoose }: { chosen: readonly string[]; onChoose: (ids: readonly string[]) => void }) {
  const sources = useRecords({ kind: "source" }) ?? [];
  const [text, setText] = useState("");
  const toggled = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
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
                disabled={chosen.length >= MOST && !chosen.includes(id)}
                onChange={() => toggled(id)}
              />
            </li>
          ))}
      </ul>
    </>
  );
}

import { useEffect, useRef } from "react";
import { Button, Chip, Empty, Page, Panel, TextField } from "../../design";
import { Filters } from "./Filters";
import { fieldKeys } from "./keys";
import { useRecent } from "./recent";
import { Results } from "./Results";
import { t } from "./texts";
import { useQuery } from "./useQuery";

/** Finds anything on this device as it is typed, and by meaning on the server. */
export default function SearchScreen() {
  const query = useQuery();
  const { recent, keep, forget } = useRecent();
  const { text, setText, kind, setKind, periods, period, setPeriod, words } = query;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const isAsking = words.trim() !== "" || kind !== undefined || period !== undefined;
  return (
    <Page title={t("title")}>
      <search className="flex flex-col gap-3">
        <TextField
          type="search"
          label={t("field")}
          hideLabel
          placeholder={t("hint")}
          ref={field}
          onKeyDown={fieldKeys}
          value={text}
          onChange={(event) => setText(event.target.value)}
          enterKeyHint="search"
        />
        <Filters {...{ kind, periods, period }} onKind={setKind} onPeriod={setPeriod} />
      </search>
      {isAsking ? <Results query={query} onOpen={() => keep(text)} /> : <Nothing {...{ recent, forget, setText }} />}
    </Page>
  );
}

function Nothing({ recent, forget, setText }: { recent: string[]; forget: () => void; setText: (text: string) => void }) {
  if (recent.length === 0) return <Empty icon="search" title={t("emptyTitle")} text={t("emptyText")} />;
  return (
    <Panel title={t("recent")} actions={<Button variant="quiet" onClick={forget}>{t("forget")}</Button>}>
      <div className="flex flex-wrap gap-1.5">
        {recent.map((text) => (
          <Chip key={text} onPress={() => setText(text)}>
            {text}
          </Chip>
        ))}
      </div>
    </Panel>
  );
}

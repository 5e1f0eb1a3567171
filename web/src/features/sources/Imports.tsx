import { Button, List, Panel, Progress, Row, Spinner } from "../../design";
import { useAct, useRecords } from "../../life/hooks";
import { type Bringing, shareOf } from "./source";
import { t } from "./texts";

/** What is being brought in, and what of it could not be read. */
export function Imports() {
  const open = useRecords({ kind: "source_import", open: true });
  const done = useRecords({ kind: "source_import", limit: 20 });
  const troubled = done?.filter(({ state, problems }) => state === "done" && problems.length > 0) ?? [];
  const shown = [...(open ?? []), ...troubled];
  if (shown.length === 0) return null;
  return (
    <Panel title={t("bringing")}>
      <List label={t("bringing")}>
        {shown.map((bringing) => (
          <ImportRow key={bringing.id} bringing={bringing} />
        ))}
      </List>
    </Panel>
  );
}

function ImportRow({ bringing }: { bringing: Bringing }) {
  const act = useAct();
  const { id, name, state, problems, done, total } = bringing;
  const isOver = state === "done" || state === "failed";
  return (
    <Row trailing={isOver && <Button variant="quiet" onClick={() => void act("source_imports.delete", { id })}>{t("seen")}</Button>}>
      <p className="break-words">{name}</p>
      {state === "waiting" && <Spinner label={t("waiting")} />}
      {state === "reading" && <Progress value={shareOf(bringing)} label={t("reading", { done, total })} />}
      {problems.map(({ file, message }) => (
        <p key={file} className="text-danger-ink text-sm break-words">{t("problem", { file, message })}</p>
      ))}
    </Row>
  );
}

import { Button, Empty } from "../../../design";
import { useAct } from "../../../life/hooks";
import { HistoryLink } from "../../history";
import { t } from "./texts";

/** There is no such task on this device: it was deleted, or never came. */
export function MissingTask({ id }: { id: string }) {
  const act = useAct();
  const action = (
    <>
      <Button icon="archive-restore" onClick={() => void act("tasks.restore", { id }, t("restored"))}>
        {t("restore")}
      </Button>
      <HistoryLink kind="task" id={id} />
    </>
  );
  return <Empty icon="inbox" title={t("goneTitle")} text={t("goneText")} action={action} />;
}

import { useLocation } from "wouter";
import { Button, Empty } from "../../design";
import { openCapture } from "../capture";
import { addressOf } from "./filter";
import { t } from "./texts";

export function NoThoughts({ isFiltered }: { isFiltered: boolean }) {
  const [, go] = useLocation();
  if (isFiltered) {
    const clear = <Button onClick={() => go(addressOf({}))}>{t("clearFilters")}</Button>;
    return <Empty icon="filter" title={t("noneTitle")} text={t("noneText")} action={clear} />;
  }
  const begin = (
    <Button variant="primary" icon="plus" onClick={() => openCapture()}>
      {t("capture")}
    </Button>
  );
  return <Empty icon="message-circle" title={t("emptyTitle")} text={t("emptyText")} action={begin} />;
}

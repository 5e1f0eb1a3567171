import { useLocation } from "wouter";
import { Button, Empty, Page } from "../design";
import { t } from "./texts";

export function NotFound() {
  const [, go] = useLocation();
  const home = (
    <Button variant="primary" onClick={() => go("/")}>
      {t("toToday")}
    </Button>
  );
  return (
    <Page title={t("lost")}>
      <Empty icon="map" title={t("lostTitle")} text={t("lostText")} action={home} />
    </Page>
  );
}

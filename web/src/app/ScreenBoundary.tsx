import { Component, type ReactNode } from "react";
import { Button, Empty, Page } from "../design";
import { t } from "./texts";

/** What a screen shows that failed: a way on, and nothing of the inside. */
export class ScreenBoundary extends Component<{ children: ReactNode }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const actions = (
    <>
      <Button variant="primary" icon="refresh-cw" onClick={() => location.reload()}>
        {t("reload")}
      </Button>
      <Button onClick={() => location.assign("/")}>{t("toToday")}</Button>
    </>
  );
  return (
    <Page title={t("broken")}>
      <Empty icon="triangle-alert" title={t("brokenTitle")} text={t("brokenText")} action={actions} />
    </Page>
  );
}

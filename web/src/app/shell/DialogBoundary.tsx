import { Component, type ReactNode } from "react";
import { notify } from "../../design";
import { t } from "../texts";

interface Props {
  children: ReactNode;
  /** Closes what failed, so that it can be opened again. */
  onFailed: () => void;
}

/** A dialog that fails, or whose code cannot be fetched, is told and closed; the screen below it stays. */
export class DialogBoundary extends Component<Props> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(): void {
    notify({ text: t(navigator.onLine ? "failed" : "notHere"), tone: "problem" });
    this.props.onFailed();
    this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}

import { Component, type ReactNode } from "react";
import { StartFailedPage } from "../pages/StartFailedPage";

interface Props {
  readonly children: ReactNode;
}

/** A fault of ours leaves a page that says so, never a blank one. */
export class Crash extends Component<Props, { readonly crashed: boolean }> {
  constructor(props: Props) {
    super(props);
    this.state = { crashed: false };
  }

  static getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? (
      <StartFailedPage cause="crash" onRetry={() => window.location.reload()} />
    ) : (
      this.props.children
    );
  }
}

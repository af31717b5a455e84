import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { ErrorPanel } from './error-panel.tsx';

export interface ErrorBoundaryProps {
  readonly texts: {
    readonly failed: string;
    readonly tryAgain: string;
    readonly copyDetails: string;
    readonly copied: string;
  };
  /** Another value (another page, another object) gives the content a new try. */
  readonly resetKey?: string;
  readonly children: ReactNode;
}

interface Failure {
  readonly details: string;
  readonly resetKey: string | undefined;
}

interface State {
  readonly failure: Failure | undefined;
  readonly componentStack: string;
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);

/** Keeps a crash within one panel: the rest of the page stays usable. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failure: undefined, componentStack: '' };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: { details: describe(error), resetKey: undefined } };
  }

  override componentDidCatch(_error: unknown, info: ErrorInfo): void {
    this.setState({ componentStack: info.componentStack ?? '' });
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.resetKey !== this.props.resetKey && this.state.failure !== undefined) this.#reset();
  }

  override render(): ReactNode {
    const { failure, componentStack } = this.state;
    const { texts, children } = this.props;
    if (failure === undefined) return children;
    return (
      <ErrorPanel
        title={texts.failed}
        actions={
          <>
            <Button size="small" onPress={this.#reset}>
              {texts.tryAgain}
            </Button>
            <CopyButton
              text={`${failure.details}\n${componentStack}`}
              label={texts.copyDetails}
              copiedLabel={texts.copied}
              hasWords
            />
          </>
        }
      />
    );
  }

  readonly #reset = (): void => {
    this.setState({ failure: undefined, componentStack: '' });
  };
}

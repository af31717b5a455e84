import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSession } from '../server-state/server-context.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { RichText } from '../ui/rich-text.tsx';
import { Logo } from './logo.tsx';
import styles from './shell.module.css';

/** There is nothing to look at: no context at all, or a kubeconfig that cannot be used. */
export function NoClusterPage(): ReactNode {
  const { errors, shell } = useMessages();
  const { problem } = useSession();
  const words = problem && errors.explain(problem);
  return (
    <main className={styles.lonely}>
      <div className={styles.sheet}>
        <Logo />
        <h1 className={styles.bigTitle}>{words?.title ?? shell.noClusterTitle()}</h1>
        <p className={styles.quiet}>
          <RichText text={words?.hint ?? shell.noCluster()} />
        </p>
      </div>
    </main>
  );
}

/** The address names a context that the kubeconfig does not have (any more). */
export function UnknownContextPage({ context }: { readonly context: string }): ReactNode {
  const { shell } = useMessages();
  const { contexts } = useSession();
  return (
    <main className={styles.lonely}>
      <EmptyState title={shell.unknownContext(context)}>
        <p>{shell.unknownContextHint()}</p>
        <ul className={styles.choices}>
          {contexts.map(({ name }) => (
            <li key={name}>
              <Link to="/c/$context/graph" params={{ context: name }} search={{}}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </EmptyState>
    </main>
  );
}

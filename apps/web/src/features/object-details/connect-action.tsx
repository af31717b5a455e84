import { use, type ReactNode } from 'react';
import { ConnectContext } from '../../drafts/connect-context.ts';
import { connectTargetOf } from '../../url-state/connect-target.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Selection } from '../../url-state/selection.ts';
import { EditAction } from './edit-action.tsx';

/** Asks where the selection is to lead; nothing for what leads nowhere by itself. Rules are Ingresses': those are edited for a Service that is not there. */
export function ConnectAction({ selection }: { readonly selection: Selection }): ReactNode {
  const { connect: words } = useMessages();
  const connect = use(ConnectContext);
  const target = connectTargetOf(selection);
  if (connect === undefined || target === undefined) return null;
  const edited = selection.ref === undefined ? { ...target.ref, kind: 'Ingress' as const } : target.ref;
  return <EditAction target={edited} label={words.action()} onEdit={() => connect.ask(target)} />;
}

import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useClusterFacts } from '../server-state/use-object.ts';
import { Banner } from '../ui/banner.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { RichText } from '../ui/rich-text.tsx';
import { useAnswer } from '../workers/use-answer.ts';
import { describeGaps } from './describe-gaps.ts';

function SignedInAs(): ReactNode {
  const { shell } = useMessages();
  const { data } = useClusterFacts();
  return data?.userName === undefined ? null : <RichText text={shell.signedInAs(data.userName)} />;
}

/** What this identity may not list, what that means, and what to ask for. */
export function PermissionBanner(): ReactNode {
  const { shell, common } = useMessages();
  const { data } = useAnswer({ kind: 'summary' });
  const gaps = data === undefined ? undefined : describeGaps(data.access);
  if (gaps === undefined || (gaps.forbidden.length === 0 && gaps.notServed.length === 0)) return null;
  const { forbidden, notServed, refused, resources, role, isEverything } = gaps;
  const sentences = refused.map(({ verb, kinds, namespaces }) =>
    shell.forbiddenKinds(verb, kinds.map(common.kindPlural), namespaces),
  );
  return (
    <Banner
      tone="warning"
      icon={<Lock size={16} aria-hidden />}
      actions={
        role === undefined ? undefined : (
          <CopyButton text={role} label={shell.copyRole()} copiedLabel={shell.roleCopied()} hasWords />
        )
      }
    >
      {isEverything ? (
        <>
          <b>{shell.forbiddenAll()}</b> <SignedInAs />
        </>
      ) : null}
      {!isEverything && forbidden.length > 0 ? (
        <>
          <b>{sentences.join(' ')}</b>{' '}
          {forbidden.includes('Pod') || forbidden.includes('EndpointSlice') ? `${shell.withoutPods()} ` : ''}
          <RichText text={shell.askFor(resources)} />
        </>
      ) : null}
      {notServed.length > 0 ? ` ${shell.notServed(notServed)}` : null}
    </Banner>
  );
}

import { GraduationCap, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSession } from '../server-state/server-context.ts';
import { Banner } from '../ui/banner.tsx';

/** Says on every page that this is the demo. */
export function DemoBanner(): ReactNode {
  const { shell } = useMessages();
  const { mode, readOnly } = useSession();
  if (mode === 'demo')
    return (
      <Banner tone="info" icon={<GraduationCap size={15} aria-hidden />}>
        <b>{readOnly ? shell.demoTitle() : shell.writableDemoTitle()}</b>{' '}
        {readOnly ? shell.demoBanner() : shell.writableDemoBanner()}
      </Banner>
    );
  return readOnly ? (
    <Banner tone="info" icon={<Lock size={15} aria-hidden />}>
      <b>{shell.readOnlyTitle()}</b> {shell.readOnlyText()}
    </Banner>
  ) : null;
}

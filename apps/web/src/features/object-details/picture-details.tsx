import type { ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { ObjectDetailsMessages } from '../../messages/en-object-details.ts';
import type { KindIconName } from '../../ui/kind-icon.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import type { Selection } from '../../url-state/selection.ts';
import { ConnectAction } from './connect-action.tsx';
import { HiddenKinds } from './hidden-kinds.tsx';
import { MissingReferences } from './missing-references.tsx';
import styles from './object-panel.module.css';
import { PanelHead } from './panel-head.tsx';
import { parsePictureNode, type PictureNode } from './picture-node.ts';
import { ServiceBehind } from './service-behind.tsx';

interface Look {
  readonly icon: KindIconName;
  readonly isMissing?: boolean;
  readonly title: string;
  readonly subtitle: string;
  readonly text: string;
  readonly advice?: string;
}

const columnIcons = {
  exposure: 'controller',
  ingress: 'ingress',
  service: 'service',
  pods: 'pods',
} as const satisfies Readonly<Record<string, KindIconName>>;

const describeClass = (
  name: string,
  words: ObjectDetailsMessages['picture']['unreadClass' | 'annotatedClass'],
): Look => ({ icon: 'class', title: words.title(name), subtitle: words.subtitle(), text: words.text() });

/** What a node of the picture is, in words. */
function describeNode(node: PictureNode, id: string, words: ObjectDetailsMessages['picture']): Look {
  switch (node.kind) {
    case 'clients':
      return {
        icon: 'clients',
        title: words.clients.title(),
        subtitle: words.clients.subtitle(),
        text: words.clients.text(),
      };
    case 'controller':
      return {
        icon: 'controller',
        title: node.name,
        subtitle: words.controller.subtitle(),
        text: words.controller.text(node.name),
      };
    case 'missing-service':
      return {
        icon: 'service',
        isMissing: true,
        title: words.missingService.title(node.name),
        subtitle: words.missingService.subtitle(node.namespace),
        text: words.missingService.text(node.namespace),
        advice: words.missingService.advice(),
      };
    case 'missing-class':
      return {
        icon: 'class',
        isMissing: true,
        title: words.missingClass.title(node.name),
        subtitle: words.missingClass.subtitle(),
        text: words.missingClass.text(),
        advice: words.missingClass.advice(),
      };
    case 'bare-class':
      return describeClass(node.name, words[node.why]);
    case 'endpoints':
      return {
        icon: 'manual',
        title: words.endpoints.title(node.name),
        subtitle: words.endpoints.subtitle(node.namespace),
        text: words.endpoints.text(node.name),
      };
    case 'external':
      return {
        icon: 'external',
        title: words.external.title(),
        subtitle: words.external.subtitle(node.name, node.namespace),
        text: words.external.text(),
      };
    case 'hidden':
      return {
        icon: 'hidden',
        title: words.hidden.title(),
        subtitle: words.hidden.subtitle(node.namespace),
        text: words.hidden.text(node.column, node.namespace),
      };
    case 'finished':
      return {
        icon: 'pods',
        title: words.finished.title(),
        subtitle: words.finished.subtitle(node.namespace),
        text: words.finished.text(),
      };
    case 'folded':
      return {
        icon: columnIcons[node.column],
        title: words.folded.title(),
        subtitle: words.folded.subtitle(node.namespace),
        text: words.folded.text(node.column),
      };
    case 'unknown':
      return { icon: 'hidden', title: words.unknown.title(), subtitle: id, text: words.unknown.text() };
  }
}

const serviceRef = ({
  namespace,
  name,
}: {
  readonly namespace: string;
  readonly name: string;
}): ObjectRef => ({
  kind: 'Service',
  namespace,
  name,
});

/** What can be listed of what the node stands for. */
function More({ node }: { readonly node: PictureNode }): ReactNode {
  switch (node.kind) {
    case 'missing-service':
      return <MissingReferences target={serviceRef(node)} />;
    case 'missing-class':
      return <MissingReferences target={{ kind: 'IngressClass', namespace: undefined, name: node.name }} />;
    case 'endpoints':
    case 'external':
      return <ServiceBehind target={serviceRef(node)} />;
    case 'hidden':
      return <HiddenKinds namespace={node.namespace} column={node.column} />;
    default:
      return null;
  }
}

export interface PictureDetailsProps {
  readonly selection: Selection;
  readonly onClose: () => void;
}

/** What stands in the picture without being an object: what it is, and who refers to it. */
export function PictureDetails({ selection, onClose }: PictureDetailsProps): ReactNode {
  const { details } = useMessages();
  const node = parsePictureNode(selection.id);
  const {
    icon,
    isMissing = false,
    title,
    subtitle,
    text,
    advice,
  } = describeNode(node, selection.id, details.picture);
  return (
    <>
      <PanelHead
        icon={icon}
        isMissing={isMissing}
        title={title}
        subtitle={subtitle}
        selection={selection}
        actions={<ConnectAction selection={selection} />}
        onClose={onClose}
      />
      <div className={styles.scroll}>
        <p>
          <RichText text={text} />
        </p>
        {advice === undefined ? null : <p className={styles.quiet}>{advice}</p>}
        <More node={node} />
      </div>
    </>
  );
}

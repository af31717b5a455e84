import { labelValue } from '@fairlead/kube-objects';
import { classAnnotation } from '@fairlead/routing';
import { memo, type ReactNode } from 'react';
import { isSameRow, listDrawnProblems, type DrawnRow } from './drawn-row.ts';
import type { SectionProps } from './section-props.ts';

type Part = 'identity' | 'tls' | 'defaultBackend' | 'metadata';

/** All that a section shows of the draft. */
const parts: Readonly<Record<Part, (section: SectionProps) => readonly unknown[]>> = {
  identity: (section) => {
    const { metadata, spec } = section.object;
    return [
      metadata.name,
      metadata.namespace,
      labelValue(metadata.annotations, classAnnotation),
      spec.ingressClassName,
      listDrawnProblems(section, ['metadata']),
      listDrawnProblems(section, ['spec', 'ingressClassName']),
    ];
  },
  tls: (section) => {
    const { metadata, spec } = section.object;
    return [
      metadata.namespace,
      spec.tls,
      spec.rules?.map(({ host }) => host),
      listDrawnProblems(section, ['spec', 'tls']),
    ];
  },
  defaultBackend: (section) => [
    section.object.spec.defaultBackend,
    listDrawnProblems(section, ['spec', 'defaultBackend']),
  ],
  metadata: (section) => [
    section.object.metadata.labels,
    section.object.metadata.annotations,
    listDrawnProblems(section, ['metadata']),
  ],
};

export interface DrawnSectionProps {
  readonly part: Part;
  readonly section: SectionProps;
  readonly of: (section: SectionProps) => ReactNode;
}

const Drawn = memo(
  ({ of: Section, section }: DrawnRow & Pick<DrawnSectionProps, 'of'>): ReactNode => <Section {...section} />,
  isSameRow,
);

/** A section that is drawn anew when its own part of the draft, or what is known of the cluster, has changed. */
export function DrawnSection({ part, section, of }: DrawnSectionProps): ReactNode {
  return <Drawn of={of} section={section} drawn={JSON.stringify(parts[part](section))} />;
}

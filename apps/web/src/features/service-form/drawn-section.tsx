import type { FieldPath } from '@fairlead/manifests';
import { memo, type ReactNode } from 'react';
import type { FactedSection, SectionProps } from './section-props.ts';

type Part = 'traffic' | 'balancer' | 'ports' | 'selector' | 'labels' | 'annotations';

/** Problems with that part of the draft, as they are told. */
const listDrawnProblems = (
  { fields }: SectionProps,
  isIn: (path: FieldPath) => boolean,
): readonly unknown[] =>
  fields.all.flatMap(({ path, severity, message, code, fix }) =>
    isIn(path) ? [path, severity, message, code, fix?.label] : [],
  );

const isSpecField =
  (...names: readonly string[]) =>
  ([owner, field]: FieldPath): boolean =>
    owner === 'spec' && names.includes(String(field));

const isMetadataField =
  (name: string) =>
  ([owner, field]: FieldPath): boolean =>
    owner === 'metadata' && field === name;

/** All that a section shows of the draft. */
const parts: Readonly<Record<Part, (section: SectionProps) => readonly unknown[]>> = {
  traffic: (section) => {
    const { ports = [], selector: _, ...spec } = section.object.spec;
    const isOwn = (path: FieldPath): boolean => path[0] === 'spec' && !isSpecField('ports', 'selector')(path);
    return [spec, ports.map(({ nodePort }) => nodePort), listDrawnProblems(section, isOwn)];
  },
  // Node ports are given up by the names of their ports.
  balancer: (section) => [parts.traffic(section), section.object.spec.ports],
  ports: (section) => {
    const { selector: _, ...spec } = section.object.spec;
    return [spec, listDrawnProblems(section, isSpecField('ports'))];
  },
  selector: (section) => {
    const { metadata, spec } = section.object;
    const { name, namespace } = metadata;
    return [name, namespace, spec.selector, listDrawnProblems(section, isSpecField('selector'))];
  },
  labels: (section) => [
    section.object.metadata.labels,
    listDrawnProblems(section, isMetadataField('labels')),
  ],
  annotations: (section) => [
    section.object.metadata.annotations,
    listDrawnProblems(section, isMetadataField('annotations')),
  ],
};

export interface DrawnSectionProps extends FactedSection {
  readonly part: Part;
  readonly of: (props: FactedSection) => ReactNode;
}

interface DrawnProps extends Omit<DrawnSectionProps, 'part'> {
  readonly drawn: string;
}

const Drawn = memo(
  ({ of: Section, section, facts }: DrawnProps): ReactNode => <Section section={section} facts={facts} />,
  (one, other) =>
    one.drawn === other.drawn &&
    one.facts === other.facts &&
    one.section.base === other.section.base &&
    one.section.isReadOnly === other.section.isReadOnly,
);

/** A section that is drawn anew when its own part of the draft, or what is known of the cluster, has changed. */
export function DrawnSection({ part, section, facts, of }: DrawnSectionProps): ReactNode {
  return <Drawn of={of} section={section} facts={facts} drawn={JSON.stringify(parts[part](section))} />;
}

import { code } from '../../text/code.ts';
import { countOf, digits } from './sentence.ts';

/** A rewrite that names a group its path does not have. */
export interface MissingGroup {
  readonly target: string;
  readonly path: string;
  readonly group: number;
  readonly groups: number;
}

export const ing022Words = {
  label: ({ group }: MissingGroup) => `$${digits(group)} is empty`,
  title: ({ target, path, group }: MissingGroup) =>
    `rewrite-target ${code(target)} uses $${digits(group)}, which path ${code(path)} does not have`,
  happens: ({ target, group }: MissingGroup) =>
    `The part of the path that $${digits(group)} stands for is lost: the Service receives ${code(target.replaceAll(/\$\d/g, '') || '/')}.`,
  effectNow: () => 'path lost',
  why: ({ path, groups, group }: MissingGroup) =>
    `$${digits(group)} stands for what the group of that number matched, and ${code(path)} has ${countOf(groups, 'group')}. A group that is not there is empty.`,
  addGroup: {
    title: (pattern: string) => `Use path ${pattern}`,
    explanation: (group: number) => `$${digits(group)} is then what follows the path.`,
  },
  choose: {
    title: () => 'Put the part to keep in parentheses',
    explanation: (group: number) => `As many as $${digits(group)} needs.`,
  },
};

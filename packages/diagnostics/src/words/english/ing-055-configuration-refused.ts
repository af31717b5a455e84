import { code } from '../../text/code.ts';
import { removalExplanation, removalTitle, type Removal } from './removal.ts';

/** What nginx stumbles over in the configuration that ingress-nginx writes for it. */
export interface RefusedConfiguration {
  readonly code: 'LOCATION_TWICE' | 'PATH_NOT_WRITABLE' | 'WWW_OF_WILDCARD';
  /** The location, the sign, or the host name. */
  readonly text: string;
  /** Of the rule; `*` for any. */
  readonly host: string;
  readonly path: string;
  /** With its namespace. */
  readonly ingress: string;
  /** The path and Ingress that have the location already, where there is one. */
  readonly other: { readonly path: string; readonly ingress: string } | undefined;
}

const signName = (sign: string): string => (sign.trim() === '' ? 'a space' : code(sign));

export const ing055Words = {
  label: () => 'stops every change',
  title({ code: what, text, host, path, ingress }: RefusedConfiguration): string {
    if (what === 'LOCATION_TWICE') return `${ingress} gives ${host} a second location ${code(text)}`;
    if (what === 'WWW_OF_WILDCARD') return `${ingress} asks nginx for the server name ${code(text)}`;
    return `${ingress} has ${signName(text)} in path ${code(path)}`;
  },
  happens: () =>
    'nginx refuses the whole configuration. ingress-nginx keeps the one before: no change of any Ingress that it serves takes effect any more, and a controller that restarts serves none of them. Where its admission webhook is on, this Ingress is refused instead.',
  effectNow: () => 'no change loads',
  why({ code: what, text, host, path, other }: RefusedConfiguration): string {
    if (what === 'LOCATION_TWICE') {
      const first = other === undefined ? '' : `, and path ${code(other.path)} of ${other.ingress} has it`;
      return `For path ${code(path)} of ${host} ingress-nginx writes the location ${code(text)}${first}. It notices equal paths only where the first rule of that path has the same type, and a Prefix stands for the path with a slash at its end, too.`;
    }
    return what === 'WWW_OF_WILDCARD'
      ? `The redirect between ${code(host)} and the same name with ${code('www.')} needs the name ${code(text)}, and an asterisk may only come first.`
      : `The path is written into the configuration as it is, where ${signName(text)} ends it.`;
  },
  removePath: {
    title: (removal: Removal, path: string) =>
      removalTitle(removal, `Remove ${path} from ${removal.ingress}`),
    explanation: (removal: Removal) =>
      removalExplanation(removal, 'The next configuration loads, unless something else is wrong with it.'),
  },
  removeRedirect: {
    title: () => 'Remove the redirect',
    explanation: () => 'A wildcard host cannot have one; name the hosts that need it in rules of their own.',
  },
  useAnother: {
    title: () => 'Use another path',
    explanation: () => 'One path with one type serves both, where both lead to the same Service.',
  },
};

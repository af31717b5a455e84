import type { TraceLoser } from '@fairlead/routing';
import type { LoserKind, TraceAnswer } from '../trace-view/trace-view.ts';
import type { Formats } from './format.ts';

const titles: Readonly<Record<LoserKind, string>> = {
  shadowed: 'The same rule again, shadowed',
  'shorter-path': 'Also match, shorter path',
  'later-rule': 'Also match, come later',
  'less-specific-host': 'Also match, less specific host',
  'not-built': 'The controller leaves these rules out',
  'not-served': 'The controller does not serve these Ingresses',
  'other-path': 'Did not match',
};

function whyNotServed({ reason, field }: TraceLoser): string {
  switch (reason) {
    case 'INVALID_INGRESS':
      return field === undefined ? 'The Ingress is not valid.' : `The Ingress is not valid: \`${field}\`.`;
    case 'CLASS_NOT_FOUND':
      return 'Its class does not exist.';
    case 'CLASS_OTHER_CONTROLLER':
      return 'Its class belongs to another controller.';
    default:
      return 'It names no class.';
  }
}

function whyNotBuilt({ reason }: TraceLoser): string {
  switch (reason) {
    case 'SERVICE_NOT_FOUND':
      return 'Its Service does not exist, so the controller makes no route of it.';
    case 'SERVICE_PORT_NOT_FOUND':
      return 'Its Service port does not exist, so the controller makes no route of it.';
    case 'RESOURCE_BACKEND_UNSUPPORTED':
      return 'Its backend is a resource, which this controller does not serve.';
    case 'NO_READY_ENDPOINTS':
    case 'NO_ENDPOINTSLICES':
    case 'SELECTOR_MATCHES_NO_PODS':
      return 'Its Service has no ready endpoint, so the controller makes no route of it.';
    default:
      return 'The controller makes no route of it.';
  }
}

/** Why rules lost. */
export const buildLoserMessages = ({ count, plural }: Formats) => {
  const letters = (text: string): string =>
    `${count(text.length)} ${plural(text.length, { one: 'character', other: 'characters' })}`;
  const shorter = (winner: string, path: string): string =>
    `Matches too. \`${winner}\` is longer (${letters(winner)} against ${letters(path)}).`;
  const otherPath = ({ path, pathType }: TraceLoser): string =>
    pathType === 'Exact'
      ? `Exact needs the whole path to be \`${path ?? ''}\`.`
      : `The path does not match \`${path ?? ''}\`.`;
  const why = (kind: LoserKind, loser: TraceLoser, { trace }: TraceAnswer): string => {
    switch (kind) {
      case 'shorter-path':
        return shorter(trace.path ?? '', loser.path ?? '');
      case 'later-rule':
        return 'Matches too. The controller asks the winning rule first.';
      case 'less-specific-host':
        return `Matches too. The host \`${trace.hostRule ?? ''}\` is more specific.`;
      case 'shadowed':
        return `Ingress \`${trace.ingress ?? ''}\` has the same host, path and type and comes first.`;
      case 'not-served':
        return whyNotServed(loser);
      case 'not-built':
        return whyNotBuilt(loser);
      case 'other-path':
        return otherPath(loser);
    }
  };
  return {
    title: (kind: LoserKind) => titles[kind],
    why,
    any: () => 'any host',
    everyPath: () => 'every path',
    whole: () => 'the Ingress as a whole',
    more: (n: number) => `${count(n)} more`,
    none: () => 'No other rule has anything to do with this request.',
    otherHosts: (rules: number, hosts: number) =>
      `${count(rules)} ${plural(rules, { one: 'rule', other: 'rules' })} of ${count(hosts)} other ${plural(hosts, { one: 'host', other: 'hosts' })}`,
  };
};

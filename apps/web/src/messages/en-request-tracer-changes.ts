import type {
  ConflictClaim,
  ConflictWhy,
  IncompleteComparison,
  RouteConflict,
  Verdict,
} from '@fairlead/routing';
import type { Formats } from './format.ts';

const nameOf = (name: string | null): string => name ?? '';

/** Where a request ends, ever more exactly: the first words in which two outcomes differ are shown. */
function outcomes(verdict: Verdict): readonly string[] {
  const { result, httpStatus, service, servicePort, location, externalName, reason } = verdict;
  const rule =
    verdict.ingress === null
      ? ''
      : ` by \`${verdict.ingress}\`${verdict.path === null ? '' : ` \`${verdict.path}\``}`;
  const main = (): string => {
    switch (result) {
      case 'ok':
        return `Service \`${nameOf(service)}\``;
      case 'external':
        return `\`${nameOf(externalName)}\` outside`;
      case 'redirect':
        return `${httpStatus ?? 'redirect'} to \`${nameOf(location)}\``;
      case 'fail':
        return `${httpStatus ?? 'no answer'}${reason === 'NO_HOST_MATCH' || reason === 'NO_PATH_MATCH' ? ', no rule' : ''}`;
    }
  };
  const first = main();
  return [
    first,
    `${first}, port ${servicePort ?? ''}`,
    `${first}, as \`${verdict.rewrittenPath ?? 'sent'}\``,
    `${first}${rule}`,
    `${first}, ${verdict.split.map((share) => `${share.weight} % to \`${nameOf(share.service)}\``).join(', ')}`,
    `${first} (\`${verdict.endpoints.join(', ')}\`)`,
    `${first}: ${reason ?? ''}`,
  ];
}

const whys: Readonly<Record<ConflictWhy, string>> = {
  OLDER: 'its Ingress is older',
  NAME: 'its Ingress comes first by name',
  PLACE: 'it comes first within the Ingress',
  ORDER: 'the controller asks it first',
  HOST: 'its host is more specific',
  UNDECIDED: 'though nothing promises which of them is asked',
};

function claimWords({ ingress, hostRule, path, pathType }: ConflictClaim): string {
  const rule =
    path === null
      ? (hostRule ?? 'any host')
      : `${hostRule ?? ''}${path === '' ? '/' : path} ${pathType ?? ''}`.trim();
  return `\`${rule}\` of \`${ingress}\``;
}

function incompleteWords({ reason, host, path, ingress }: IncompleteComparison): string {
  switch (reason) {
    case 'REGEX':
      return `Of the pattern \`${path ?? host ?? ''}\`${ingress === undefined ? '' : ` of \`${ingress}\``} only examples were compared.`;
    case 'LIMIT':
      return 'There are more kinds of requests than could be compared.';
    case 'PROFILE':
      return 'Two ways of routing are compared.';
  }
}

/** Words of the requests that a draft changes. */
export const buildRequestChangeMessages = ({ count, plural }: Formats) => {
  const kinds = (n: number): string =>
    `${count(n)} ${plural(n, { one: 'kind of request', other: 'kinds of requests' })}`;
  return {
    title: () => 'Requests',
    subtitle: () => 'Which end elsewhere with this draft; one example each',
    subtitleOfDeletion: () => 'Which end elsewhere once it is deleted; one example each',
    computing: () => 'Comparing requests…',
    by: (controller: string) => `By the rules of ${controller}`,
    none: () => 'No request changes.',
    proven: (n: number) =>
      n === 0
        ? 'Proven: no rule of the controller is touched.'
        : `Proven: all ${kinds(n)} that its rules can tell apart were compared.`,
    notProven: () => 'This is not proven.',
    provenByLetter: () =>
      'By the letter of the Ingress API that is proven; what a controller makes of it is not.',
    byLetter: (name: string) =>
      name === ''
        ? 'No ingress controller was recognised in this cluster: requests are compared by the letter of the Ingress API.'
        : `${name} is not a controller known here: requests are compared by the letter of the Ingress API.`,
    noController: () =>
      'No ingress controller was found in this cluster. One that cannot be seen from here may serve its Ingresses.',
    nobodyServes: () => 'This is proven: no controller here serves an Ingress, now or with the change.',
    incomplete: incompleteWords,
    counted: (n: number) => `${kinds(n)} ${plural(n, { one: 'changes', other: 'change' })}`,
    more: (n: number) => `${count(n)} more`,
    leads: (before: Verdict, after: Verdict): readonly [string, string] => {
      const now = outcomes(before);
      const drafted = outcomes(after);
      const at = now.findIndex((words, index) => words !== drafted[index]);
      return at < 0 ? [now[0] ?? '', drafted[0] ?? ''] : [now[at] ?? '', drafted[at] ?? ''];
    },
    from: () => 'now',
    to: () => 'after the change',
    headers: (headers: readonly string[]) => `with ${headers.join(', ')}`,
    trace: (url: string) => `Trace ${url}`,
    traceShort: () => 'Trace',
    conflicts: () => 'Rules in each other’s way',
    conflict: ({ winner, losers, why }: RouteConflict) => {
      const [first, ...more] = losers;
      const lost = first === undefined ? '' : claimWords(first);
      const others = more.length === 0 ? '' : ` and ${count(more.length)} more`;
      return `${claimWords(winner)} shadows ${lost}${others}: ${whys[why]}.`;
    },
  };
};

import type { IncompleteComparison, RequestChange, Verdict } from '@fairlead/routing';
import { plain, type Paint } from '../paint.ts';
import type { ControllerDifference } from './compare-worlds.ts';

const reasons: { readonly [R in IncompleteComparison['reason']]: string } = {
  REGEX: 'of a regular expression only examples are tried',
  LIMIT: 'there are more requests to tell apart than may be tried',
  PROFILE: 'the controllers on both sides may read requests differently',
};

const mostEndpoints = 3;

const joined = (parts: readonly (string | number | null)[], between: string): string =>
  parts.filter((part) => part !== null && part !== '').join(between);

function targetText({ result, service, servicePort, externalName, location, ...end }: Verdict): string {
  switch (result) {
    case 'ok':
      return joined([service ?? 'a resource', servicePort], ':');
    case 'external':
      return `${externalName ?? 'a DNS name'} outside of the cluster`;
    case 'redirect':
      return joined([end.httpStatus, 'to', location], ' ');
    case 'fail':
      return joined([end.httpStatus ?? 'fails', end.reason, service], ' ');
  }
}

const ruleText = ({ ingress, path, viaDefaultBackend }: Verdict): string =>
  ingress === null
    ? 'no rule'
    : `Ingress ${ingress}${viaDefaultBackend ? ', default backend' : `, path ${path ?? '(any)'}`}`;

function detailsOf({ endpoints, rewrittenPath, split }: Verdict): string {
  const parts = [
    endpoints.length === 0 ? '' : `ready ${endpoints.slice(0, mostEndpoints).join(' ')}`,
    endpoints.length > mostEndpoints ? `${endpoints.length} in all` : '',
    rewrittenPath === null ? '' : `path becomes ${rewrittenPath}`,
    split.length === 0 ? '' : `split ${split.map(({ weight }) => weight).join('/')}`,
  ];
  return joined(['', ...parts], ', ');
}

const verdictText = (verdict: Verdict): string =>
  plain(`${targetText(verdict)} (${joined([ruleText(verdict), detailsOf(verdict)], ', ')})`);

function describeChange({ request, url, before, after, count }: RequestChange, paint: Paint): string {
  const carried = [
    ...Object.entries(request.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    ...Object.entries(request.cookies ?? {}).map(([name, value]) => `cookie ${name}=${value}`),
  ];
  const withHeaders = carried.length === 0 ? '' : ` with ${carried.join(', ')}`;
  const more = count > 1 ? paint.faint(` and ${count - 1} like it`) : '';
  return [
    `${paint.strong(plain(`${request.method} ${url}${withHeaders}`))}${more}`,
    `  ${paint.bad('-')} ${verdictText(before)}`,
    `  ${paint.good('+')} ${verdictText(after)}`,
  ].join('\n');
}

function describeEnd({ difference }: ControllerDifference, paint: Paint): readonly string[] {
  const { changes, isComplete, incomplete, requestCount } = difference;
  const first =
    changes.length === 0 ? 'No request ends otherwise' : `${changes.length} kinds of requests end otherwise`;
  const tried = `${first}; ${requestCount} tried.`;
  if (isComplete) return [`${tried} ${paint.good('This is proven to be all.')}`];
  const places = incomplete.slice(0, 5).map(({ reason, ingress, host, path }) => {
    const place = [ingress, host, path].filter((part) => part !== undefined && part !== '').join(' ');
    return `  ${plain(place === '' ? reasons[reason] : `${place}: ${reasons[reason]}`)}`;
  });
  return [`${tried} ${paint.doubt('There may be more:')}`, ...places];
}

/** Each difference with an example, and whether that is all, controller by controller. */
export function printDifference(all: readonly ControllerDifference[], paint: Paint): string {
  const parts = all.map((each) => {
    const head = all.length > 1 ? [`Through ${plain(each.controller.id)} (${each.controller.profile}):`] : [];
    const changes = each.difference.changes.map((change) => describeChange(change, paint));
    return [...head, ...changes, ...describeEnd(each, paint)].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

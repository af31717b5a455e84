import type { ControllerTrace, RoutingRequest, Trace, TraceLoser } from '@fairlead/routing';
import { plain, type Paint } from '../paint.ts';
import { certificateText } from './certificate-text.ts';
import { loserText, reasonSentences, warningText } from './reason-sentences.ts';

/** What there is to be printed about one request. */
export interface TracedRequest extends ControllerTrace {
  readonly request: RoutingRequest;
  readonly others: readonly ControllerTrace[];
}

const most = 20;

/** A request as it would be typed. */
export function describeRequest({ method, scheme, host, path, query }: RoutingRequest): string {
  return plain(`${method} ${scheme}://${host}${path}${query === undefined ? '' : `?${query}`}`);
}

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** What becomes of a request, behind its name. */
export function headline({ result, endpoints, httpStatus, location, externalName }: Trace): string {
  switch (result) {
    case 'ok':
      return `reaches ${count(endpoints.length, 'ready endpoint')}`;
    case 'external':
      return `leaves the cluster for ${externalName ?? 'another DNS name'}`;
    case 'redirect':
      return `is sent to ${location ?? 'another place'}${httpStatus === null ? '' : ` (${httpStatus})`}`;
    case 'fail':
      return httpStatus === null ? 'reaches nothing' : `gets ${httpStatus}`;
  }
}

function ruleText({ ingress, hostRule, path, pathType, viaDefaultBackend }: Trace): string | undefined {
  if (ingress === null) return undefined;
  if (viaDefaultBackend) return `default backend of Ingress ${ingress}`;
  if (pathType === null) return `Ingress ${ingress}`;
  return `Ingress ${ingress}, host ${hostRule ?? '(any)'}, path ${path ?? '(any)'} ${pathType}`;
}

function listHops(
  { trace, request }: TracedRequest,
  nowMs: number,
): readonly (readonly [string, string | undefined])[] {
  const { tls, service, servicePort, endpoints, pods, split = [], rewrittenPath, field } = trace;
  return [
    ['rule', ruleText(trace)],
    ['field', field],
    ['certificate', tls && certificateText(tls, nowMs)],
    ['path', rewrittenPath === undefined ? undefined : `${request.path} becomes ${rewrittenPath}`],
    [
      'service',
      service === null ? undefined : `${service}${servicePort === null ? '' : `, port ${servicePort}`}`,
    ],
    ...split.map(
      (share) =>
        ['share', `${share.weight} % ${share.service ?? 'a resource'} (Ingress ${share.ingress})`] as const,
    ),
    ['endpoints', endpoints.length === 0 ? undefined : endpoints.slice(0, most).join(', ')],
    ['pods', pods.length === 0 ? undefined : pods.slice(0, most).join(', ')],
  ];
}

function loserLine({ ingress, hostRule, path, pathType, reason, field }: TraceLoser): string {
  const rule = pathType === null ? '' : `, host ${hostRule ?? '(any)'}, path ${path ?? '(any)'} ${pathType}`;
  return `  ${ingress}${rule}: ${loserText(reason)}${field === undefined ? '' : ` (${field})`}`;
}

function listRemarks({ trace, others }: TracedRequest, paint: Paint): readonly string[] {
  const { reason, warnings, assumed } = trace;
  return [
    ...(reason === null ? [] : [`${reason}: ${reasonSentences[reason]}`]),
    ...warnings.map((code) => paint.doubt(`Warning ${code}: ${warningText(code)}`)),
    ...(assumed
      ? [paint.doubt('Assumed: neither the specification nor the controller promises this answer.')]
      : []),
    ...others.map(
      ({ controller, trace: other }) =>
        `Through ${controller.id} (${controller.profile}) it ${headline(other)}.`,
    ),
  ];
}

function listLoserLines({ losers }: Trace, paint: Paint): readonly string[] {
  if (losers.length === 0) return [];
  const more = losers.length - most;
  return [
    '',
    'Did not get it:',
    ...losers.slice(0, most).map((loser) => paint.faint(loserLine(loser))),
    ...(more > 0 ? [paint.faint(`  and ${more} more`)] : []),
  ];
}

/** The answer in one sentence, then the hops, what else is to be known, and who lost. */
export function printTrace(traced: TracedRequest, paint: Paint, nowMs: number): string {
  const { trace, controller, request } = traced;
  const emphasis = trace.result === 'fail' ? paint.bad : paint.good;
  const known = controller.isKnown ? controller.profile : `${controller.profile}, the letter of the API`;
  const hops = [['controller', `${controller.id} (${known})`] as const, ...listHops(traced, nowMs)];
  const lines = [
    `${paint.strong(describeRequest(request))} ${emphasis(plain(headline(trace)))}.`,
    ...hops.flatMap(([name, text]) => (text === undefined ? [] : [`  ${name.padEnd(12)}${plain(text)}`])),
    ...listRemarks(traced, paint).map((line) => line),
    ...listLoserLines(trace, paint),
  ];
  return `${lines.join('\n')}\n`;
}

import { labelValue, type HttpIngressPath, type Ingress, type IngressRule } from '@fairlead/kube-objects';
import { isDnsSubdomain } from '../dns-name.ts';
import type { FieldCheck } from '../service/field-check.ts';
import { checkHost, type HostCode } from './check-host.ts';
import { checkIngressBackend, type BackendCode } from './check-ingress-backend.ts';
import { matchesWildcardHost } from './ingress-host.ts';
import { listIngressPaths } from './list-ingress-paths.ts';
import { classAnnotation } from './resolve-ingress-class.ts';

export type IngressFieldCode =
  | 'name-not-a-dns-name'
  | 'rules-or-default-required'
  | 'class-not-a-name'
  | 'class-and-annotation'
  | HostCode
  | 'rule-without-paths'
  | 'path-type-unknown'
  | 'path-without-slash'
  | 'path-with-refused-part'
  | 'path-twice'
  | BackendCode
  | 'secret-not-a-name'
  | 'tls-host-without-rule';

type Check = FieldCheck<IngressFieldCode>;

const error = (path: Check['path'], code: IngressFieldCode, details: Check['details'] = {}): Check => ({
  path,
  severity: 'error',
  code,
  details,
});
const warning = (path: Check['path'], code: IngressFieldCode, details: Check['details'] = {}): Check => ({
  path,
  severity: 'warning',
  code,
  details,
});

export const pathTypes = ['Exact', 'Prefix', 'ImplementationSpecific'] as const;
const refusedParts = ['//', '/./', '/../', '%2f', '%2F'] as const;
const refusedEnds = ['/..', '/.'] as const;

/** [ING-24] */
function checkPathText({ path = '', pathType }: HttpIngressPath, at: Check['path']): readonly Check[] {
  const isFree = pathType === 'ImplementationSpecific';
  if (isFree && path === '') return [];
  if (!path.startsWith('/')) return [error(at, 'path-without-slash', { path, pathType })];
  if (isFree) return [];
  const part =
    refusedParts.find((each) => path.includes(each)) ?? refusedEnds.find((each) => path.endsWith(each));
  return part === undefined ? [] : [error(at, 'path-with-refused-part', { path, part })];
}

/** [ING-23] [ING-24] */
function checkPath(path: HttpIngressPath, at: Check['path']): readonly Check[] {
  const isKnownType = pathTypes.some((type) => type === path.pathType);
  return [
    ...(isKnownType ? [] : [error([...at, 'pathType'], 'path-type-unknown', { pathType: path.pathType })]),
    ...checkPathText(path, [...at, 'path']),
    ...checkIngressBackend(path.backend, [...at, 'backend']),
  ];
}

/** [ING-22] [ING-23] */
function checkRule({ host = '', http }: IngressRule, index: number): readonly Check[] {
  const at = ['spec', 'rules', index];
  const wrong = host === '' ? undefined : checkHost(host);
  const paths = http?.paths ?? [];
  const ofHost = wrong === undefined ? [] : [error([...at, 'host'], wrong, { host })];
  if (http !== undefined && paths.length === 0)
    return [...ofHost, error([...at, 'http', 'paths'], 'rule-without-paths', { host })];
  if (paths.length === 0) return [...ofHost, warning(at, 'rule-without-paths', { host })];
  return [...ofHost, ...paths.flatMap((path, place) => checkPath(path, [...at, 'http', 'paths', place]))];
}

/** [ING-28] */
const checkDoubles = (ingress: Ingress): readonly Check[] =>
  listIngressPaths(ingress)
    .filter(({ ordinal }) => ordinal > 0)
    .map(({ path, ruleIndex, pathIndex }) =>
      warning(['spec', 'rules', ruleIndex, 'http', 'paths', pathIndex, 'path'], 'path-twice', {
        path: path.path ?? '',
        pathType: path.pathType,
      }),
    );

function checkTlsHost(ingress: Ingress, host: string, at: Check['path']): readonly Check[] {
  const wrong = checkHost(host);
  if (wrong !== undefined) return [error(at, wrong, { host })];
  const hasRule = (ingress.spec.rules ?? []).some(
    (rule) => (rule.host ?? '') === '' || rule.host === host || matchesWildcardHost(host, rule.host ?? ''),
  );
  return hasRule ? [] : [warning(at, 'tls-host-without-rule', { host })];
}

/** [ING-27] */
const checkTls = (ingress: Ingress): readonly Check[] =>
  (ingress.spec.tls ?? []).flatMap(({ hosts = [], secretName = '' }, index) => {
    const at = ['spec', 'tls', index];
    return [
      ...(secretName === '' || isDnsSubdomain(secretName)
        ? []
        : [error([...at, 'secretName'], 'secret-not-a-name', { name: secretName })]),
      ...hosts.flatMap((host, place) => checkTlsHost(ingress, host, [...at, 'hosts', place])),
    ];
  });

/** [ING-21] */
function checkClass({ metadata, spec: { ingressClassName } }: Ingress): readonly Check[] {
  if (ingressClassName === undefined) return [];
  const path = ['spec', 'ingressClassName'];
  if (!isDnsSubdomain(ingressClassName)) return [error(path, 'class-not-a-name', { name: ingressClassName })];
  const annotation = labelValue(metadata.annotations, classAnnotation);
  return annotation === undefined || annotation === ingressClassName
    ? []
    : [warning(path, 'class-and-annotation', { name: ingressClassName, annotation })];
}

/** [ING-19] */
const checkName = ({ metadata: { name } }: Ingress): readonly Check[] =>
  isDnsSubdomain(name) ? [] : [error(['metadata', 'name'], 'name-not-a-dns-name', { name })];

/** [ING-20] */
const checkContent = ({ spec: { rules = [], defaultBackend } }: Ingress): readonly Check[] =>
  rules.length === 0 && defaultBackend === undefined
    ? [error(['spec', 'rules'], 'rules-or-default-required')]
    : [];

/**
 * What of an Ingress the API server would refuse, field by field, as far as the object alone tells: rules ING-19 to ING-28.
 * Warnings are values it takes that do not do what they seem to. Nothing found is no promise: the API server decides.
 */
export const checkIngressFields = (ingress: Ingress): readonly Check[] => [
  ...checkName(ingress),
  ...checkClass(ingress),
  ...checkContent(ingress),
  ...(ingress.spec.defaultBackend === undefined
    ? []
    : checkIngressBackend(ingress.spec.defaultBackend, ['spec', 'defaultBackend'])),
  ...(ingress.spec.rules ?? []).flatMap(checkRule),
  ...checkDoubles(ingress),
  ...checkTls(ingress),
];

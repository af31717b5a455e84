import { labelValue, refOf, type ObjectReader } from '@fairlead/kube-objects';
import type { ServingController } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { findServer } from '../subjects/served-by.ts';

const routerKey = (name: string): string => `traefik.ingress.kubernetes.io/router.${name}`;

/** Traefik that was started with arguments; a file or the environment could say anything about its entry points. */
function isStartedByArguments(reader: ObjectReader, { workload }: ServingController): boolean {
  if (workload === undefined) return false;
  const { kind, namespace, name } = workload;
  const containers = reader.find(kind, namespace, name)?.spec.template?.spec?.containers ?? [];
  const words = containers.flatMap(({ command = [], args = [] }) => [...command, ...args]);
  const says = (flag: string): boolean =>
    words.some((word) => word.toLowerCase().replace(/^--?/, '').startsWith(flag));
  return says('providers.kubernetesingress') && !says('configfile');
}

/** `spec.tls` with Traefik, where neither the router nor the entry point has TLS: the certificate is loaded and not used. */
export const tls013: Check<'Ingress'> = {
  id: 'TLS-013',
  severity: 'warning',
  effect: 'tls',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass', 'Deployment', 'DaemonSet'],
  run(ingress, context) {
    if ((ingress.spec.tls ?? []).length === 0) return nothingFound;
    const { annotations } = ingress.metadata;
    const server = findServer(context, ingress, ['traefik']);
    const isAsked = [routerKey('tls'), routerKey('entrypoints'), routerKey('tls.certresolver')].some(
      (key) => labelValue(annotations, key) !== undefined && labelValue(annotations, key) !== 'false',
    );
    if (server === undefined || server.options.entryPointTls === true || isAsked) return nothingFound;
    if (!isStartedByArguments(context.reader, server)) return nothingFound;
    const words = context.words.tls013;
    const finding = buildFinding(tls013, {
      place: { ref: refOf(ingress), field: 'spec.tls' },
      label: words.label(),
      title: words.title(),
      happens: words.happens(),
      effectNow: words.effectNow(),
      why: words.why(),
      fixes: [
        buildEditFix(ingress, words.routerTls, [editAnnotation(ingress, routerKey('tls'), 'true')]),
        words.entryPointTls,
      ],
      since: ingress.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};

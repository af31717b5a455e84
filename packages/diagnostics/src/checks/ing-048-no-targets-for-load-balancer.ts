import { labelValue, type Ingress, type Service } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import type { FindingFix } from '../finding.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { listIngressRows } from '../subjects/ingress-row.ts';
import { findServer } from '../subjects/served-by.ts';
import type { CheckWords } from '../words/check-words.ts';

const targetTypeKey = 'alb.ingress.kubernetes.io/target-type';
const groupsKey = 'cloud.google.com/neg';
const groupsValue = '{"ingress": true}';

const isInternal = ({ spec: { type = 'ClusterIP' } }: Service): boolean => type === 'ClusterIP';

/** AWS: targets are node ports unless Service or Ingress asks for Pods; EKS by itself makes them of Pods. */
const lacksTargetsOfAws = (
  ingress: Ingress,
  { metadata }: Service,
  controllerClass: string | undefined,
): boolean => {
  const said =
    labelValue(metadata.annotations, targetTypeKey) ??
    labelValue(ingress.metadata.annotations, targetTypeKey);
  return said === 'instance' || (said === undefined && controllerClass?.startsWith('eks.') !== true);
};

/** Google: GKE adds the annotation as soon as a Service is stored, where the cluster can have endpoint groups. */
function lacksTargetsOfGoogle({ metadata }: Service): boolean {
  const said = labelValue(metadata.annotations, groupsKey);
  if (said === undefined) return metadata.creationTimestamp !== undefined;
  return !/"ingress"\s*:\s*true/.test(said);
}

function fixFor(
  ingress: Ingress,
  service: Service,
  { profile, words }: { readonly profile: 'alb' | 'gce'; readonly words: CheckWords['ing048'] },
): FindingFix {
  if (profile === 'gce')
    return buildEditFix(service, words.useGroups, [editAnnotation(service, groupsKey, groupsValue)]);
  const isOfService = labelValue(service.metadata.annotations, targetTypeKey) !== undefined;
  const object = isOfService ? service : ingress;
  return buildEditFix(object, words.usePods, [editAnnotation(object, targetTypeKey, 'ip')]);
}

/** A load balancer of AWS or Google sends requests to node ports, and the Service has none. */
export const ing048: Check<'Ingress'> = {
  id: 'ING-048',
  severity: 'warning',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass', 'Service'],
  run(ingress, context) {
    const server = findServer(context, ingress, ['alb', 'gce']);
    if (server === undefined) return nothingFound;
    const { profile, controllerClass } = server;
    const words = context.words.ing048;
    const findings = listIngressRows(context.referencesOf(ingress)).flatMap(
      ({ backend, place, id, request }) => {
        if (backend.kind !== 'port' || !isInternal(backend.service)) return [];
        const { service } = backend;
        const lacksTargets =
          profile === 'alb'
            ? lacksTargetsOfAws(ingress, service, controllerClass)
            : lacksTargetsOfGoogle(service);
        if (!lacksTargets) return [];
        return [
          buildFinding(ing048, {
            place,
            row: id,
            label: words.label(),
            title: words.title(profile, service.metadata.name),
            happens: words.happens(request),
            effectNow: words.effectNow(),
            why: words.why(profile),
            fixes: [fixFor(ingress, service, { profile, words }), words.useNodePort(service.metadata.name)],
            requests: [request],
            since: ingress.metadata.creationTimestamp,
          }),
        ];
      },
    );
    return { findings };
  },
};

import { refOf } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { listAnnotationEntries } from '../subjects/annotation-reader.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { isCanary } from '../subjects/nginx-canary.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import { findServer } from '../subjects/served-by.ts';

const prefix = 'nginx.ingress.kubernetes.io/';
/** What counts on a canary: whether it is one, and how its own Pods are chosen. */
const ofCanaries =
  /^(?:canary|affinity|session-cookie|upstream-hash-by|load-balance|service-upstream)(?:-|$)/;

/** A canary of ingress-nginx sets options that are taken from its main Ingress. Source: its documentation of canaries. */
export const ing028: Check<'Ingress'> = {
  id: 'ING-028',
  severity: 'warning',
  effect: 'hygiene',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    if (!isCanary(ingress) || findServer(context, ingress, ['ingress-nginx']) === undefined)
      return nothingFound;
    const keys = listAnnotationEntries(ingress)
      .map(([key]) => key)
      .filter((key) => key.startsWith(prefix) && !ofCanaries.test(key.slice(prefix.length)));
    if (keys.length === 0) return nothingFound;
    const words = context.words.ing028;
    const names = keys.map((key) => key.slice(prefix.length));
    const finding = buildFinding(ing028, {
      place: { ref: refOf(ingress), field: 'metadata.annotations' },
      label: words.label(),
      title: words.title(fullNameOf(refOf(ingress)), names),
      happens: words.happens(),
      why: words.why(),
      fixes: [
        buildEditFix(
          ingress,
          { title: words.remove.title(), explanation: words.remove.explanation() },
          keys.map((key) => editAnnotation(ingress, key, undefined)),
        ),
      ],
      since: ingress.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};

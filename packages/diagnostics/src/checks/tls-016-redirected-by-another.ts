import { keyOf, labelValue, refOf, type Ingress } from '@fairlead/kube-objects';
import { listIngressHosts } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import { findServer } from '../subjects/served-by.ts';

const nginxKey = (name: string): string => `nginx.ingress.kubernetes.io/${name}`;
const solverPath = '/.well-known/acme-challenge';

const says = ({ metadata }: Ingress, name: string, value: string): boolean =>
  labelValue(metadata.annotations, nginxKey(name)) === value;

const isSolver = ({ spec }: Ingress): boolean =>
  (spec.rules ?? []).every(({ http }) =>
    (http?.paths ?? []).every(({ path = '' }) => path.startsWith(solverPath)),
  );

/** Whether the Ingress leaves it to others whether its requests are sent to https. */
const isUndecided = (ingress: Ingress): boolean =>
  (ingress.spec.tls ?? []).length === 0 &&
  !says(ingress, 'ssl-redirect', 'false') &&
  !says(ingress, 'ssl-redirect', 'true') &&
  !says(ingress, 'force-ssl-redirect', 'true') &&
  !says(ingress, 'canary', 'true') &&
  !isSolver(ingress);

const isNginx = (context: CheckContext, ingress: Ingress): boolean =>
  findServer(context, ingress, ['ingress-nginx']) !== undefined;

/** Another Ingress of ingress-nginx with an entry in `spec.tls` and a rule of that host. */
const findSecuring = (context: CheckContext, ingress: Ingress, host: string): Ingress | undefined =>
  context.lookups
    .listIngressesWithHost(host)
    .find(
      (other) =>
        keyOf(other) !== keyOf(ingress) && (other.spec.tls ?? []).length > 0 && isNginx(context, other),
    );

/** To ingress-nginx a host has TLS when any Ingress of it has: paths of the others are sent to https, too. */
export const tls016: Check<'Ingress'> = {
  id: 'TLS-016',
  severity: 'warning',
  effect: 'tls',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    if (!isUndecided(ingress) || !isNginx(context, ingress)) return nothingFound;
    const words = context.words.tls016;
    const findings = listIngressHosts(ingress).flatMap((host) => {
      const other = host === '' ? undefined : findSecuring(context, ingress, host);
      if (other === undefined) return [];
      const theirs = fullNameOf(refOf(other));
      return [
        buildFinding(tls016, {
          place: { ref: refOf(ingress), field: 'spec.rules' },
          row: host,
          related: [refOf(other)],
          label: words.label(),
          title: words.title(host, theirs),
          happens: words.happens(host),
          effectNow: words.effectNow(),
          why: words.why(theirs),
          fixes: [
            buildEditFix(ingress, words.stayHttp, [
              editAnnotation(ingress, nginxKey('ssl-redirect'), 'false'),
            ]),
            buildEditFix(ingress, words.redirectOnPurpose, [
              editAnnotation(ingress, nginxKey('ssl-redirect'), 'true'),
            ]),
          ],
          requests: [`${host}/`],
          since: ingress.metadata.creationTimestamp,
        }),
      ];
    });
    return { findings };
  },
};

import { labelValue, refOf, type Ingress } from '@fairlead/kube-objects';
import { listIngressPaths, type ServingController } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding } from '../finding.ts';
import { requestOf } from '../subjects/ingress-row.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import { listTableHosts } from '../subjects/own-breakers.ts';
import { isClaimOf, listLostPaths } from '../subjects/own-conflicts.ts';
import { findServer } from '../subjects/served-by.ts';
import type { HostOfAnother } from '../words/english/ing-014-host-of-another.ts';

const mergeableKey = 'nginx.org/mergeable-ingress-type';

/** Who has the host, where none of the paths here has an effect. */
function findOwner(
  context: CheckContext,
  server: ServingController,
  { ingress, host }: { readonly ingress: Ingress; readonly host: string },
): string | undefined {
  const conflicts = context
    .conflictsAt(server, host)
    .filter(
      ({ code, winner }) => (code === 'SAME_HOST' || code === 'SAME_PATH') && !isClaimOf(ingress, winner),
    );
  const lost = new Set(
    conflicts.flatMap((conflict) => listLostPaths(ingress, conflict)).map(({ path }) => path),
  );
  const own = listIngressPaths(ingress).filter((place) => place.host.toLowerCase() === host);
  return own.length > 0 && own.every(({ path }) => lost.has(path)) ? conflicts[0]?.winner.ingress : undefined;
}

function report(
  ingress: Ingress,
  host: string,
  { server, theirs, context }: { server: ServingController; theirs: string; context: CheckContext },
): Finding {
  const words = context.words.ing014;
  const own = listIngressPaths(ingress).filter((place) => place.host.toLowerCase() === host);
  const requests = [...new Set(own.map(requestOf))];
  const facts: HostOfAnother = {
    controller: server.profile,
    host,
    mine: fullNameOf(refOf(ingress)),
    theirs,
    requests,
  };
  const [namespace = '', name = ''] = theirs.split('/');
  return buildFinding(ing014, {
    place: { ref: refOf(ingress), field: 'spec.rules' },
    row: host,
    related: [{ kind: 'Ingress', namespace, name }],
    label: words.label(facts),
    title: words.title(facts),
    happens: words.happens(facts),
    effectNow: words.effectNow(),
    why: words.why(facts),
    fixes: [
      { title: words.merge.title(facts), explanation: words.merge.explanation() },
      { title: words.minions.title(), explanation: words.minions.explanation() },
    ],
    requests,
    since: ingress.metadata.creationTimestamp,
  });
}

/** F5 NGINX: a host that another Ingress has already, without both being parts of a mergeable one. */
export const ing014: Check<'Ingress'> = {
  id: 'ING-014',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    if (labelValue(ingress.metadata.annotations, mergeableKey) === 'minion') return nothingFound;
    const server = findServer(context, ingress, ['f5-nginx']);
    if (server === undefined) return nothingFound;
    const findings = listTableHosts(ingress).flatMap((host) => {
      const theirs = findOwner(context, server, { ingress, host });
      return theirs === undefined ? [] : [report(ingress, host, { server, theirs, context })];
    });
    return findings.length === 0 ? nothingFound : { findings };
  },
};

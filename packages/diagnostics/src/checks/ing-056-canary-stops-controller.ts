import { refOf, type Ingress } from '@fairlead/kube-objects';
import type { ConfigurationBreaker } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding } from '../finding.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import { listOwnBreakers } from '../subjects/own-breakers.ts';
import { buildRuleRemoval } from '../subjects/remove-paths.ts';
import { findServer } from '../subjects/served-by.ts';

function report(ingress: Ingress, { at, host }: ConfigurationBreaker, { words }: CheckContext): Finding {
  const { removeRule, addPath, ...text } = words.ing056;
  const name = fullNameOf(refOf(ingress));
  const shownHost = host || '*';
  return buildFinding(ing056, {
    place: { ref: refOf(ingress), field: `spec.rules[${at.ruleIndex}]` },
    row: `${host}~${(ingress.spec.rules ?? []).slice(0, at.ruleIndex).filter((rule) => (rule.host ?? '') === host).length}`,
    label: text.label(),
    title: text.title(name, shownHost),
    happens: text.happens(),
    effectNow: text.effectNow(),
    why: text.why(),
    fixes: [
      buildRuleRemoval(ingress, at.ruleIndex, (extent) => ({
        title: removeRule.title({ extent, ingress: name }, shownHost),
        explanation: removeRule.explanation({ extent, ingress: name }),
      })),
      { title: addPath.title(), explanation: addPath.explanation() },
    ],
    since: ingress.metadata.creationTimestamp,
  });
}

/** A canary with a rule without `http`, on which ingress-nginx ends (SPEC BRK-5). */
export const ing056: Check<'Ingress'> = {
  id: 'ING-056',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    if ((ingress.spec.rules ?? []).every(({ http }) => http !== undefined)) return nothingFound;
    const server = findServer(context, ingress, ['ingress-nginx']);
    if (server === undefined) return nothingFound;
    const bare = listOwnBreakers(context, server, ingress).filter(
      ({ code }) => code === 'CANARY_WITHOUT_PATHS',
    );
    return bare.length === 0
      ? nothingFound
      : { findings: bare.map((breaker) => report(ingress, breaker, context)) };
  },
};

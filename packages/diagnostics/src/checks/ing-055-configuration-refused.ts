import { refOf, type Ingress } from '@fairlead/kube-objects';
import { listIngressPaths, type ConfigurationBreaker, type RuleAt } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import { listOwnBreakers } from '../subjects/own-breakers.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import { buildRemoval } from '../subjects/remove-paths.ts';
import { findServer } from '../subjects/served-by.ts';
import type { RefusedConfiguration } from '../words/english/ing-055-configuration-refused.ts';

const redirectKey = 'nginx.ingress.kubernetes.io/from-to-www-redirect';

type Refused = ConfigurationBreaker & { readonly code: RefusedConfiguration['code'] };

const isRefused = (breaker: ConfigurationBreaker): breaker is Refused =>
  breaker.code === 'LOCATION_TWICE' ||
  breaker.code === 'PATH_NOT_WRITABLE' ||
  breaker.code === 'WWW_OF_WILDCARD';

const findPlace = ({ ingress, ruleIndex, pathIndex }: RuleAt) =>
  listIngressPaths(ingress).find(
    (place) => place.ruleIndex === ruleIndex && place.pathIndex === (pathIndex ?? 0),
  );

const pathOf = (at: RuleAt): string => findPlace(at)?.path.path || '/';

function factsOf({ code, text, host, at, other }: Refused): RefusedConfiguration {
  return {
    code,
    text,
    host: host || '*',
    path: pathOf(at),
    ingress: fullNameOf(refOf(at.ingress)),
    other: other && { path: pathOf(other), ingress: fullNameOf(refOf(other.ingress)) },
  };
}

function listFixes(ingress: Ingress, { code, at }: Refused, { words }: CheckContext): readonly FindingFix[] {
  const { removePath, removeRedirect, useAnother } = words.ing055;
  if (code === 'WWW_OF_WILDCARD')
    return [
      buildEditFix(ingress, { title: removeRedirect.title(), explanation: removeRedirect.explanation() }, [
        editAnnotation(ingress, redirectKey, undefined),
      ]),
    ];
  const paths = listIngressPaths(ingress);
  const place = findPlace(at);
  const name = fullNameOf(refOf(ingress));
  const removal = buildRemoval({ ingress, paths }, place === undefined ? [] : [place], (extent) => ({
    title: removePath.title({ extent, ingress: name }, pathOf(at)),
    explanation: removePath.explanation({ extent, ingress: name }),
  }));
  return [removal, { title: useAnother.title(), explanation: useAnother.explanation() }];
}

function report(ingress: Ingress, breaker: Refused, context: CheckContext): Finding {
  const words = context.words.ing055;
  const facts = factsOf(breaker);
  const place = findPlace(breaker.at);
  const isOfRule = breaker.at.pathIndex === undefined;
  const related = breaker.other === undefined ? [] : [refOf(breaker.other.ingress)];
  return buildFinding(ing055, {
    place:
      place === undefined || isOfRule
        ? { ref: refOf(ingress), field: 'metadata.annotations' }
        : placeOfPath({ ingress }, place),
    row: place === undefined || isOfRule ? breaker.host : pathIdOf(place),
    related: related.filter(({ namespace, name }) => fullNameOf({ namespace, name }) !== facts.ingress),
    label: words.label(),
    title: words.title(facts),
    happens: words.happens(),
    effectNow: words.effectNow(),
    why: words.why(facts),
    fixes: listFixes(ingress, breaker, context),
    requests: place === undefined ? [] : [requestOf(place)],
    since: ingress.metadata.creationTimestamp,
  });
}

/**
 * An Ingress with which nginx refuses the whole configuration, so that no change of any Ingress of the controller takes
 * effect any more (SPEC BRK-1 to BRK-3). Told at each path that comes too late, at the younger one of two.
 */
export const ing055: Check<'Ingress'> = {
  id: 'ING-055',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const server = findServer(context, ingress, ['ingress-nginx']);
    if (server === undefined) return nothingFound;
    const own = listOwnBreakers(context, server, ingress).filter(isRefused);
    return own.length === 0
      ? nothingFound
      : { findings: own.map((breaker) => report(ingress, breaker, context)) };
  },
};

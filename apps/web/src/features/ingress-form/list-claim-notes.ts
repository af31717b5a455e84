import type { Ingress } from '@fairlead/kube-objects';
import type { FieldPath } from '@fairlead/manifests';
import type { IngressFormMessages } from '../../messages/en-ingress-form.ts';
import type { IngressFormFacts } from '../../workers/ingress-form-facts.ts';
import { claimNotes, listHostClaims, ownerOfHost, type HostClaims } from './list-host-claims.ts';

/** Who else claims what stands at a place of the manifest. Sharing a host is no fault; losing a path or a host is. */
export interface ClaimNote {
  readonly path: FieldPath;
  readonly severity: 'warning' | 'info';
  readonly message: string;
}

type Words = Pick<IngressFormMessages, 'claims' | 'rules'>;
type Rule = NonNullable<Ingress['spec']['rules']>[number];

interface RuleClaims {
  readonly claims: HostClaims;
  readonly facts: IngressFormFacts;
  readonly words: Words;
}

function hostNote(host: string, { claims, facts, words }: RuleClaims): Omit<ClaimNote, 'path'> {
  const { rivals, others } = claims;
  const owner = ownerOfHost(claims, facts);
  const whole =
    owner === undefined
      ? []
      : [owner === '' ? words.claims.wholeHostIsMine() : words.claims.wholeHost(owner)];
  const messages = [
    ...(rivals.length === 0
      ? []
      : [words.claims.rivals(host === '' ? words.rules.anyHost() : host, rivals), ...whole]),
    ...(others.length === 0 ? [] : [words.claims.othersToo(others)]),
  ];
  const isLost = owner !== undefined && owner !== '';
  return { severity: isLost ? 'warning' : 'info', message: messages.join(' ') };
}

function notesOfRule({ host, http }: Rule, at: FieldPath, rule: RuleClaims): readonly ClaimNote[] {
  const { claims, facts, words } = rule;
  const hostPath = host === undefined ? at : [...at, 'host'];
  const ofPaths = (http?.paths ?? []).flatMap(({ path = '', pathType }, index) =>
    claimNotes({ path, pathType }, claims, { facts, words: words.claims }).map(({ message }): ClaimNote => ({
      path: [...at, 'http', 'paths', index, ...(path === '' ? [] : ['path'])],
      severity: 'warning',
      message,
    })),
  );
  return [{ path: hostPath, ...hostNote(host ?? '', rule) }, ...ofPaths];
}

/** What other Ingresses claim of the hosts and paths of an Ingress, each at its place. */
export function listClaimNotes(
  object: Ingress,
  facts: IngressFormFacts | undefined,
  words: Words,
): readonly ClaimNote[] {
  return (object.spec.rules ?? []).flatMap((rule, index): readonly ClaimNote[] => {
    const claims = listHostClaims(object, rule.host ?? '', facts);
    return claims === undefined || facts === undefined
      ? []
      : notesOfRule(rule, ['spec', 'rules', index], { claims, facts, words });
  });
}

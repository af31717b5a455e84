import type { CertificateFacts, TlsChoice } from '../controllers/routing-profile.ts';
import { matchesWildcardHost } from '../ingress/ingress-host.ts';

type Certificates = ReadonlyMap<string, CertificateFacts>;

/** Whether one of the names, wildcards among them, is the host's. */
export const coversHost = (names: readonly string[], host: string): boolean =>
  names.some((name) => name.toLowerCase() === host || matchesWildcardHost(name, host));

const commonNameOf = ({ commonName = '' }: CertificateFacts): readonly string[] =>
  commonName === '' ? [] : [commonName];

const isForHost = (facts: CertificateFacts | undefined, host: string): boolean =>
  facts !== undefined && coversHost(facts.names.length > 0 ? facts.names : commonNameOf(facts), host);

const upToMissing = (secrets: readonly string[], certificates: Certificates): readonly string[] => {
  const missing = secrets.findIndex((secret) => !certificates.has(secret));
  return missing === -1 ? secrets : secrets.slice(0, missing);
};

/** [TRK-10] All names of a certificate as one text, by which certificates are put in order. */
function namesText(facts: CertificateFacts): string {
  const [commonName = ''] = commonNameOf(facts);
  const others = facts.names.filter((name) => name !== commonName);
  return [commonName, ...others]
    .filter((name) => name !== '')
    .map((name) => name.toLowerCase())
    .toSorted()
    .join(',');
}

function chooseByNames(
  { lists, host }: Extract<TlsChoice, { kind: 'last-names' }>,
  certificates: Certificates,
): string | undefined {
  const loaded = [...new Set(lists.flatMap((list) => upToMissing(list, certificates)))].toSorted();
  let chosen: { readonly secret: string; readonly text: string } | undefined;
  for (const secret of loaded) {
    const facts = certificates.get(secret);
    if (facts?.isUsable !== true || !coversHost([...commonNameOf(facts), ...facts.names], host)) continue;
    const text = namesText(facts);
    if (chosen === undefined || text > chosen.text) chosen = { secret, text };
  }
  return chosen?.secret;
}

/** The Secret that counts by what is known of certificates; `undefined`: none of them. */
export function chooseSecret(choice: TlsChoice, certificates: Certificates): string | undefined {
  if (choice.kind === 'last-names') return chooseByNames(choice, certificates);
  return choice.secrets.find((secret) =>
    choice.kind === 'first-usable'
      ? certificates.get(secret)?.isUsable === true
      : isForHost(certificates.get(secret), choice.host),
  );
}

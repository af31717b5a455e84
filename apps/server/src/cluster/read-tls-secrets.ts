import { collectionPath, objectPath, queryText } from './api-path.ts';
import type { ClusterTransport } from './cluster-transport.ts';
import { ClusterProblem } from './cluster-problem.ts';
import { absentCertificate, parseCertificate, type CertificateFacts } from './parse-certificate.ts';
import { parseJsonObject, parseNamePage } from './parse-answer.ts';
import { brokenAnswer } from './trim-object/json-bytes.ts';

const secrets = { group: '', version: 'v1', resource: 'secrets' };
const metadataOnly = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
const pageSize = 500;
/** More names than anybody can choose from. */
const maxPages = 10;

/** The names of the Secrets of type `kubernetes.io/tls`, listed as metadata: their content is never sent. */
export async function listTlsSecretNames(
  transport: ClusterTransport,
  namespace: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const names: string[] = [];
  let continueToken: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const query = queryText({
      fieldSelector: 'type=kubernetes.io/tls',
      limit: pageSize,
      continue: continueToken,
    });
    const path = `${collectionPath({ type: secrets, namespace })}${query}`;
    const text = await transport.read({ action: 'list secrets', path, accept: metadataOnly }, signal);
    const found = parseNamePage(parseJsonObject(text));
    names.push(...found.names);
    continueToken = found.continueToken;
    if (continueToken === undefined) break;
  }
  return names;
}

const isNotFound = (error: unknown): boolean =>
  error instanceof ClusterProblem && error.code === 'OBJECT_NOT_FOUND';

/** Reads one Secret, which may be absent, and lets go of it: only facts about its certificate leave here. */
export async function readCertificateFacts(
  transport: ClusterTransport,
  { namespace, name }: { readonly namespace: string; readonly name: string },
  signal: AbortSignal,
): Promise<CertificateFacts> {
  const path = objectPath({ type: secrets, namespace, name });
  try {
    const text = await transport.read({ action: 'get secrets', path }, signal);
    return parseCertificate(parseSecret(text));
  } catch (error) {
    if (isNotFound(error)) return absentCertificate;
    throw error;
  }
}

/** The parser's own error would quote what it stumbled over. */
function parseSecret(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw brokenAnswer('it is no JSON');
    throw error;
  }
}

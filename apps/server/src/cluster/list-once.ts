import { kindInfo, kinds, type Kind, type KindAccess } from '@fairlead/kube-objects';
import type { ListWatchSource } from './cluster-client.ts';
import { ClusterProblem } from './cluster-problem.ts';
import { ListPageScanner, type ListPage } from './trim-object/list-page-scanner.ts';

/** Everything that a cluster holds of the watched kinds, at one moment for each kind. */
export interface ClusterListing {
  /** Trimmed objects as JSON text. */
  readonly objects: readonly string[];
  /** What may not be read is told here, not thrown. */
  readonly access: readonly KindAccess[];
}

const pageLimit = 500;
/** One for each request: closing the client ends them. */
const never = (): AbortSignal => new AbortController().signal;

async function readPage(
  source: Pick<ListWatchSource, 'readListPage'>,
  { kind, ...request }: { kind: Kind; namespace: string | undefined; continueToken: string | undefined },
): Promise<ListPage> {
  const scanner = new ListPageScanner(kind);
  const sink = { onBytes: (chunk: Uint8Array) => scanner.push(chunk) };
  await source.readListPage({ type: kindInfo(kind), limit: pageLimit, ...request }, sink, never());
  return scanner.finish();
}

async function listKind(
  source: Pick<ListWatchSource, 'readListPage'>,
  { kind, namespace }: { readonly kind: Kind; readonly namespace: string | undefined },
): Promise<ClusterListing> {
  const objects: string[] = [];
  let continueToken: string | undefined;
  try {
    do {
      const page = await readPage(source, { kind, namespace, continueToken });
      for (const { json } of page.objects) objects.push(json);
      ({ continueToken } = page);
    } while (continueToken !== undefined);
  } catch (error) {
    if (!(error instanceof ClusterProblem)) throw error;
    const { code, message } = error;
    if (code === 'KIND_NOT_SERVED')
      return { objects: [], access: [{ kind, namespace, state: 'not-served', message }] };
    if (code !== 'CLUSTER_FORBIDDEN') throw error;
    return { objects: [], access: [{ kind, namespace, state: 'forbidden', missingVerb: 'list', message }] };
  }
  return { objects, access: [{ kind, namespace, state: 'ready' }] };
}

/** Lists every watched kind once; where the whole cluster is forbidden, in the context's own namespace. */
export async function listOnce(
  source: Pick<ListWatchSource, 'readListPage'>,
  contextNamespace: string | undefined,
): Promise<ClusterListing> {
  const listings = await Promise.all(
    kinds.map(async (kind) => {
      const whole = await listKind(source, { kind, namespace: undefined });
      const isForbidden = whole.access.some(({ state }) => state === 'forbidden');
      return isForbidden && kindInfo(kind).isNamespaced && contextNamespace !== undefined
        ? listKind(source, { kind, namespace: contextNamespace })
        : whole;
    }),
  );
  return {
    objects: listings.flatMap(({ objects }) => objects),
    access: listings.flatMap(({ access }) => access),
  };
}

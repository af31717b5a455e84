import type { AccessReview } from '@fairlead/api-contract';
import type { EditedKind } from '@fairlead/edits';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCluster } from '../workers/cluster-context.ts';
import { toPermission, type Permission, type WriteVerb } from './permission.ts';
import { buildQueries } from './queries.ts';
import { useServer } from './server-context.ts';

const kinds: readonly EditedKind[] = ['Service', 'Ingress'];
const verbs: readonly WriteVerb[] = ['update', 'create', 'delete'];

const listReviews = (namespace: string): readonly AccessReview[] =>
  kinds.flatMap((kind) => verbs.map((verb) => ({ verb, kind, namespace })));

export interface Access {
  readonly may: (verb: WriteVerb, kind: EditedKind) => Permission;
}

/** What the identity may do to Services and Ingresses of a namespace. Asked of the API server, kept for a minute. */
export function useAccess(namespace: string): Access {
  const { api, session } = useServer();
  const { context } = useCluster();
  const query = buildQueries(api, context).access(listReviews(namespace));
  const { data, isError } = useQuery({ ...query, enabled: !session.readOnly });
  return useMemo(
    () => ({
      may: (verb, kind) => toPermission({ session, reply: data, hasFailed: isError }, verb, kind),
    }),
    [session, data, isError],
  );
}

import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type {
  ControllerSettings,
  ReadState,
  SettingsPlace,
  TracedCertificate,
} from '../../trace-view/traced-facts.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCluster } from '../../workers/cluster-context.ts';
import { ApiFailure } from '../../server-state/api-failure.ts';
import { certificateValidityOf } from '../../trace-view/certificate-validity.ts';
import { buildQueries } from '../../server-state/queries.ts';
import { useServer } from '../../server-state/server-context.ts';

function readStateOf(error: Error | null): ReadState {
  if (error === null) return 'read';
  const code = error instanceof ApiFailure ? error.error.code : '';
  if (code === 'CLUSTER_FORBIDDEN') return 'forbidden';
  return code === 'OBJECT_NOT_FOUND' ? 'missing' : 'failed';
}

/** Read anew for each trace that is opened, and forgotten with it. */
const onDemand = { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, retry: false } as const;

const useServerQueries = (): ReturnType<typeof buildQueries> =>
  buildQueries(useServer().api, useCluster().context);

/** What can be told of the certificate in a Secret, `namespace/name`; `undefined`: nothing yet, or no Secret is named. */
export function useTracedCertificate(secret: string | undefined): TracedCertificate | undefined {
  const [namespace = '', name = ''] = secret?.split('/') ?? [];
  const { data, error } = useQuery({
    ...useServerQueries().certificate(namespace, name),
    ...onDemand,
    enabled: secret !== undefined,
  });
  const nowMs = useNow('minute');
  const validity = data === undefined ? undefined : certificateValidityOf(data, nowMs);
  const validityText = JSON.stringify(validity);
  return useMemo(() => {
    if (secret === undefined || (data === undefined && error === null)) return undefined;
    return {
      secret,
      state: readStateOf(error),
      names: data?.names ?? [],
      problem: data?.problem,
      validity,
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the text stands for the validity, which is another object each time
  }, [secret, data, error, validityText]);
}

/** What the ConfigMaps of controllers say, as far as it is read by now. */
export function useControllerSettings(places: readonly SettingsPlace[]): readonly ControllerSettings[] {
  const queries = useServerQueries();
  return useQueries({
    queries: places.map(({ workload }) => ({ ...queries.controllerSettings(workload), ...onDemand })),
    combine: (results) =>
      results.flatMap(({ data, error }, index): readonly ControllerSettings[] => {
        const place = places[index];
        if (place === undefined || (data === undefined && error === null)) return [];
        return [{ ...place, state: readStateOf(error), options: data?.options ?? {} }];
      }),
  });
}

import { useQueries } from '@tanstack/react-query';
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

/** What can be told of the certificates in Secrets, `namespace/name`, as far as they are read by now. */
export function useTracedCertificates(secrets: readonly string[]): readonly TracedCertificate[] {
  const queries = useServerQueries();
  const readings = useQueries({
    queries: secrets.map((secret) => {
      const [namespace = '', name = ''] = secret.split('/');
      return { ...queries.certificate(namespace, name), ...onDemand };
    }),
    combine: (results) => results.map(({ data, error }) => ({ data, error })),
  });
  const nowMs = useNow('minute');
  const read = readings.flatMap(({ data, error }, index): readonly TracedCertificate[] => {
    const secret = secrets[index];
    if (secret === undefined || (data === undefined && error === null)) return [];
    return [
      {
        secret,
        state: data?.problem === 'secret-missing' ? 'missing' : readStateOf(error),
        names: data?.names ?? [],
        commonName: data?.commonName ?? '',
        problem: data?.problem,
        validity: data === undefined ? undefined : certificateValidityOf(data, nowMs),
      },
    ];
  });
  const text = JSON.stringify(read);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the text stands for what was read, which is another array each time
  return useMemo(() => read, [text]);
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
        const state = data?.isMissing === true ? 'missing' : readStateOf(error);
        return [{ ...place, state, options: data?.options ?? {} }];
      }),
  });
}

import type { CertificateReply, TlsSecretsReply } from '@fairlead/api-contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCluster } from '../workers/cluster-context.ts';
import { buildQueries } from './queries.ts';
import { useServer } from './server-context.ts';

const useQueries = (): ReturnType<typeof buildQueries> => buildQueries(useServer().api, useCluster().context);

/** Names of the TLS Secrets of a namespace, asked for as soon as they are wanted. Contents stay in the cluster. */
export const useTlsSecretNames = (namespace: string, isWanted: boolean): UseQueryResult<TlsSecretsReply> =>
  useQuery({ ...useQueries().tlsSecrets(namespace), enabled: isWanted && namespace !== '' });

/** Names, dates and issuer of the certificate in one Secret, asked for as soon as they are wanted. */
export const useCertificate = (
  namespace: string,
  name: string,
  isWanted: boolean,
): UseQueryResult<CertificateReply> =>
  useQuery({ ...useQueries().certificate(namespace, name), enabled: isWanted && name !== '' });

import type { ObjectReader } from '@fairlead/kube-objects';
import { readArguments } from '../controllers/read-arguments.ts';
import { listControllerArguments } from './controller-arguments.ts';
import type { TracedController } from './list-traced-controllers.ts';

/** The namespace in which Istio keeps what counts for the whole mesh. */
const meshNamespace = 'istio-system';

/**
 * [CTL-14] The ConfigMap in which a controller that runs in the cluster has settings that change routing; `undefined` where
 * it has none, or none that anything is read from (`readConfigMapOptions`).
 */
export function findControllerConfigMap(
  reader: ObjectReader,
  { profile, running }: Pick<TracedController, 'profile' | 'running'>,
): { readonly namespace: string; readonly name: string } | undefined {
  if (running === undefined) return undefined;
  if (profile === 'istio') return { namespace: meshNamespace, name: 'istio' };
  if (profile !== 'haproxy-ingress') return undefined;
  const named = readArguments(listControllerArguments(reader, profile, running)).textOf('configmap');
  if (named === undefined || named === '') return undefined;
  const [namespace = '', name] = named.split('/');
  return name === undefined ? { namespace: running.namespace, name: namespace } : { namespace, name };
}

import { kinds, type ObjectReader } from '@fairlead/kube-objects';
import { messagesOf } from '../../messages/languages.ts';
import { LiveModel } from '../live-model.ts';

export const nowMs = Date.parse('2026-03-01T12:00:00Z');

/** A model of the cluster that a builder has built. */
export function modelOf(cluster: ObjectReader, messages = messagesOf('en')): LiveModel {
  const model = new LiveModel(messages, nowMs);
  model.clusterId = 'test';
  model.setAccess(cluster.listAccess(), nowMs);
  model.apply(
    kinds.flatMap((kind) => cluster.list(kind).map((object) => ({ op: 'put', object }) as const)),
    nowMs,
  );
  return model;
}

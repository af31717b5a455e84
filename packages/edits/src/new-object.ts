import type { ObjectRef } from '@fairlead/kube-objects';
import { isJsonList, isJsonObject, ownField, type JsonObject, type JsonValue } from '@fairlead/manifests';
import type { EditedKind, EditedObject } from './edit.ts';
import { toObject, treeOf } from './parse-edited-object.ts';
import { treeWithoutServerFields } from './server-fields.ts';

/** What a new object begins as: the smallest one of its kind that a form can be filled in on. */
export function newManifest(kind: EditedKind, { namespace, name }: Omit<ObjectRef, 'kind'>): JsonObject {
  const metadata = { name, namespace: namespace ?? 'default' };
  return kind === 'Service'
    ? {
        apiVersion: 'v1',
        kind,
        metadata,
        spec: { type: 'ClusterIP', ports: [{ name: 'http', port: 80, protocol: 'TCP' }] },
      }
    : {
        apiVersion: 'networking.k8s.io/v1',
        kind,
        metadata,
        spec: {
          rules: [
            {
              host: 'example.com',
              http: {
                paths: [
                  {
                    path: '/',
                    pathType: 'Prefix',
                    backend: { service: { name: 'new-service', port: { number: 80 } } },
                  },
                ],
              },
            },
          ],
        },
      };
}

/** Says whose the object is, or what a tool last did with it: true of the original only. */
const ofOriginal =
  /^(?:kubectl\.kubernetes\.io\/last-applied-configuration|meta\.helm\.sh\/.*|argocd\.argoproj\.io\/.*|(?:kustomize|helm)\.toolkit\.fluxcd\.io\/.*|app\.kubernetes\.io\/managed-by)$/;

const withoutKeys = (value: JsonValue | undefined, isLeftOut: (key: string) => boolean): JsonObject =>
  isJsonObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !isLeftOut(key))) : {};

const filled = (field: string, value: JsonObject): JsonObject =>
  Object.keys(value).length === 0 ? {} : { [field]: value };

/** Addresses and node ports were assigned to the original; a headless Service stays headless. */
function withoutAssigned(spec: JsonObject): JsonObject {
  const isHeadless = ownField(spec, 'clusterIP') === 'None';
  const assigned = ['clusterIP', 'clusterIPs', 'healthCheckNodePort', 'loadBalancerIP'];
  const ports = ownField(spec, 'ports');
  return {
    ...withoutKeys(spec, (key) => assigned.includes(key) && !(isHeadless && key === 'clusterIP')),
    ...(isJsonList(ports)
      ? { ports: ports.map((port) => withoutKeys(port, (key) => key === 'nodePort')) }
      : {}),
  };
}

/**
 * A copy of an object under another name, as something new: without what the API server assigned or owns, without owners
 * and finalizers, and without the marks of the tool that manages the original.
 */
export function duplicateObject<O extends EditedObject>(object: O, name: string): O {
  const tree = treeWithoutServerFields(treeOf(object));
  const metadata = ownField(tree, 'metadata');
  const spec = ownField(tree, 'spec');
  const left = ['labels', 'annotations', 'ownerReferences', 'finalizers', 'generateName'];
  const isOfOriginal = (key: string): boolean => ofOriginal.test(key);
  const copy: JsonObject = {
    ...tree,
    metadata: {
      ...withoutKeys(metadata, (key) => left.includes(key)),
      name,
      ...filled('labels', withoutKeys(ownField(metadata, 'labels'), isOfOriginal)),
      ...filled('annotations', withoutKeys(ownField(metadata, 'annotations'), isOfOriginal)),
    },
    ...(object.kind === 'Service' && isJsonObject(spec) ? { spec: withoutAssigned(spec) } : {}),
  };
  return toObject(copy, object);
}

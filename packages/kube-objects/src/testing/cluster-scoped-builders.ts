import type { IngressClass } from '../objects/ingress.ts';
import type { Namespace, Node, NodeAddress } from '../objects/node.ts';
import { clusterMeta, creationOfTests, ObjectBuilder } from './object-builder.ts';
import { ipv4Of } from './place.ts';

class IngressClassBuilder extends ObjectBuilder<IngressClass> {
  withController(controller: string): this {
    return this.next({ ...this.draft, spec: { ...this.draft.spec, controller } });
  }

  asDefault(): this {
    return this.annotated({ 'ingressclass.kubernetes.io/is-default-class': 'true' });
  }
}

class NodeBuilder extends ObjectBuilder<Node> {
  /** Replaces the address that follows from the name. */
  withAddresses(...addresses: readonly NodeAddress[]): this {
    return this.next({ ...this.draft, status: { ...this.draft.status, addresses } });
  }

  notReady(): this {
    return this.next({
      ...this.draft,
      status: { ...this.draft.status, conditions: [{ type: 'Ready', status: 'False' }] },
    });
  }
}

class NamespaceBuilder extends ObjectBuilder<Namespace> {}

export type { IngressClassBuilder, NamespaceBuilder, NodeBuilder };

/** An IngressClass of the community's nginx controller, not the default. */
export const anIngressClass = (name: string): IngressClassBuilder =>
  new IngressClassBuilder({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: clusterMeta('IngressClass', name),
    spec: { controller: 'k8s.io/ingress-nginx' },
  });

/** A ready Node with one internal address. */
export const aNode = (name: string): NodeBuilder =>
  new NodeBuilder({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: clusterMeta('Node', name),
    spec: {},
    status: {
      addresses: [{ type: 'InternalIP', address: ipv4Of(`Node/${name}`) }],
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: creationOfTests }],
    },
  });

export const aNamespace = (name: string): NamespaceBuilder =>
  new NamespaceBuilder({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: clusterMeta('Namespace', name),
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  }).labelled({ 'kubernetes.io/metadata.name': name });

import { flag, listOf, literal, needed, shape, text } from '../parse-shape.ts';
import type { Namespace, Node, NodeAddress } from './node.ts';
import { checkCondition, checkMeta } from './parse-meta.ts';

type Taint = NonNullable<Node['spec']['taints']>[number];

const checkTaint = shape<Taint>({ key: needed(text), value: text, effect: needed(text, '') });

export const checkNode = shape<Node>({
  apiVersion: needed(literal('v1')),
  kind: needed(literal('Node')),
  metadata: needed(checkMeta),
  spec: needed(shape<Node['spec']>({ unschedulable: flag, taints: listOf(checkTaint) }), {}),
  status: shape<NonNullable<Node['status']>>({
    addresses: listOf(shape<NodeAddress>({ type: needed(text), address: needed(text) })),
    conditions: listOf(checkCondition),
  }),
});

export const checkNamespace = shape<Namespace>({
  apiVersion: needed(literal('v1')),
  kind: needed(literal('Namespace')),
  metadata: needed(checkMeta),
  spec: needed(shape<Namespace['spec']>({ finalizers: listOf(text) }), {}),
  status: shape<NonNullable<Namespace['status']>>({ phase: text }),
});

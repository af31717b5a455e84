import { flag, listOf, literal, needed, number, shape, text, textMap } from '../parse-shape.ts';
import type {
  Endpoint,
  EndpointConditions,
  EndpointPort,
  EndpointSlice,
  ObjectReference,
} from './endpoint-slice.ts';
import { checkMeta } from './parse-meta.ts';

const checkHint = shape<{ readonly name: string }>({ name: needed(text) });

const checkEndpoint = shape<Endpoint>({
  addresses: needed(listOf(text), []),
  conditions: shape<EndpointConditions>({ ready: flag, serving: flag, terminating: flag }),
  hostname: text,
  nodeName: text,
  zone: text,
  targetRef: shape<ObjectReference>({ kind: text, namespace: text, name: text, uid: text }),
  hints: shape<NonNullable<Endpoint['hints']>>({ forZones: listOf(checkHint), forNodes: listOf(checkHint) }),
  deprecatedTopology: textMap,
});

export const checkEndpointSlice = shape<EndpointSlice>({
  apiVersion: needed(literal('discovery.k8s.io/v1')),
  kind: needed(literal('EndpointSlice')),
  metadata: needed(checkMeta),
  addressType: text,
  endpoints: listOf(checkEndpoint),
  ports: listOf(shape<EndpointPort>({ name: text, port: number, protocol: text, appProtocol: text })),
});

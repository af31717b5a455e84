import type { AccessPolicy } from '@fairlead/fake-cluster';

/** The one context of the demo. */
export const demoContext = 'demo-cluster';

/** Who Fairlead is in the demo: reads everything it shows, could write Services and Ingresses, may read its two Secrets with made-up certificates. */
export const demoIdentity = 'demo';

const read = ['get', 'list', 'watch'];
const write = ['create', 'update', 'delete'];

export const demoAccess: AccessPolicy = {
  identities: new Map([[demoIdentity, { username: demoIdentity, groups: ['system:authenticated'] }]]),
  roles: new Map([
    [
      'fairlead:demo',
      [
        { verbs: read, apiGroups: [''], resources: ['namespaces', 'nodes', 'services', 'pods', 'events'] },
        { verbs: ['get', 'list'], apiGroups: [''], resources: ['secrets'] },
        { verbs: read, apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'] },
        { verbs: read, apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'] },
        {
          verbs: read,
          apiGroups: ['apps'],
          resources: ['deployments', 'replicasets', 'statefulsets', 'daemonsets'],
        },
        { verbs: read, apiGroups: ['batch'], resources: ['jobs'] },
        { verbs: write, apiGroups: [''], resources: ['services'] },
        { verbs: write, apiGroups: ['networking.k8s.io'], resources: ['ingresses'] },
      ],
    ],
  ]),
  grants: [{ name: 'fairlead:demo', role: 'fairlead:demo', username: demoIdentity }],
};

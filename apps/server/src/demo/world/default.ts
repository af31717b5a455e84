import { ledgerAddress } from './billing.ts';
import { deployment, ingress, manualSlice, service, type Manifest } from './manifests.ts';

const namespace = 'default';

/** What gathers in the namespace nobody chose: a typing error, and ways out of the cluster. */
export const defaultNamespace: readonly Manifest[] = [
  // SVC-001: the Pods carry app=frontend.
  deployment({
    namespace,
    name: 'frontend',
    image: 'nginx:1.27',
    replicas: 2,
    labels: { release: 'stable' },
    ports: [{ containerPort: 80 }],
  }),
  service({ namespace, name: 'frontend' }, [{ port: 80, targetPort: 80 }], { selector: { app: 'fronted' } }),
  ingress({
    namespace,
    name: 'frontend',
    className: 'nginx',
    hosts: { 'www.example.net': [['/', 'frontend', 80]] },
  }),
  // SVC-025: cluster DNS takes the address for a name.
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace, name: 'old-mainframe' },
    spec: { type: 'ExternalName', externalName: '10.20.30.40' },
  },
  // SVC-012: the Service names its port, the slice does not.
  service({ namespace, name: 'soap' }, [{ name: 'http', port: 80, targetPort: 8080 }], {
    selector: undefined,
  }),
  manualSlice({ namespace, name: 'soap-1', serviceName: 'soap' }, { name: '', port: 8080 }, [
    '198.51.100.30',
  ]),
  // SVC-013: the address of a Service is no address of a backend.
  service({ namespace, name: 'ledger-alias' }, [{ name: 'http', port: 8080 }], { selector: undefined }),
  manualSlice(
    { namespace, name: 'ledger-alias-1', serviceName: 'ledger-alias' },
    { name: 'http', port: 8080 },
    [ledgerAddress],
  ),
];

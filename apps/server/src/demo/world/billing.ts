import { deployment, ingress, service, statefulSet, type Manifest } from './manifests.ts';

const namespace = 'billing';
const image = (name: string): string => `registry.example.com/billing/${name}:1.0`;

/** Somebody in `default` wrote this address down (see `default.ts`), so it must stay. */
export const ledgerAddress = '10.96.41.20';

/** Three ways to get a port wrong. */
export const billing: readonly Manifest[] = [
  // SVC-003: no container declares a port "htpp".
  deployment({
    namespace,
    name: 'payments',
    image: image('payments'),
    replicas: 2,
    ports: [{ name: 'http', containerPort: 8080 }],
  }),
  service({ namespace, name: 'payments' }, [{ name: 'http', port: 80, targetPort: 'htpp' }]),
  // ING-004: the Ingress names the container's port, not that of the Service.
  deployment({ namespace, name: 'invoices', image: image('invoices'), ports: [{ containerPort: 3000 }] }),
  service({ namespace, name: 'invoices' }, [{ port: 80, targetPort: 3000 }]),
  // ING-003: the port is named "http", the Ingress says "web".
  deployment({
    namespace,
    name: 'ledger',
    image: image('ledger'),
    ports: [{ name: 'http', containerPort: 8080 }],
  }),
  service({ namespace, name: 'ledger' }, [{ name: 'http', port: 8080, targetPort: 'http' }], {
    clusterIP: ledgerAddress,
  }),
  ingress({
    namespace,
    name: 'billing',
    className: 'nginx',
    hosts: {
      'billing.example.com': [
        ['/payments', 'payments', 'http'],
        ['/invoices', 'invoices', 3000],
        ['/ledger', 'ledger', 'web'],
      ],
    },
  }),
  // Headless: each Pod by its own name.
  statefulSet({
    namespace,
    name: 'postgres',
    serviceName: 'postgres',
    image: 'postgres:17',
    replicas: 2,
    ports: [{ name: 'pg', containerPort: 5432 }],
  }),
  service({ namespace, name: 'postgres' }, [{ name: 'pg', port: 5432, targetPort: 'pg' }], {
    clusterIP: 'None',
    publishNotReadyAddresses: true,
  }),
];

import type { JsonObject } from '../json/json-value.ts';

/** The smallest useful Service in namespace `shop`, selecting `app=<name>`. */
export const aServiceManifest = (name: string, spec: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { selector: { app: name }, ports: [{ port: 80 }], ...spec },
});

/** A container that declares port 8080 as `http`. */
export const aContainer = (more: JsonObject = {}): JsonObject => ({
  name: 'main',
  image: 'registry.example.com/main:1',
  ports: [{ name: 'http', containerPort: 8080 }],
  ...more,
});

interface WorkloadParts {
  readonly spec?: JsonObject;
  readonly container?: JsonObject;
  readonly annotations?: JsonObject;
  readonly podSpec?: JsonObject;
}

/** A workload in namespace `shop` whose Pods carry `app=<name>`. */
export function aWorkloadManifest(kind: string, name: string, parts: WorkloadParts = {}): JsonObject {
  const labels = { app: name };
  const isJob = kind === 'Job';
  return {
    apiVersion: isJob ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name, namespace: 'shop' },
    spec: {
      ...(!isJob && { selector: { matchLabels: labels } }),
      template: {
        metadata: { labels, ...(parts.annotations !== undefined && { annotations: parts.annotations }) },
        spec: { containers: [aContainer(parts.container)], ...parts.podSpec },
      },
      ...parts.spec,
    },
  };
}

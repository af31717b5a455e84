import { readFileSync } from 'node:fs';

const folder = new URL('../../assets/demo-openapi/', import.meta.url);

/** Where an API server serves each document, and the file that holds it. */
const files: ReadonlyMap<string, string> = new Map([
  ['/openapi/v3/api/v1', 'core-v1.json'],
  ['/openapi/v3/apis/networking.k8s.io/v1', 'networking-v1.json'],
]);

/** A real API server's own description of Services and Ingresses, by path. */
export const readOpenApi = (): ReadonlyMap<string, string> =>
  new Map([...files].map(([path, file]) => [path, readFileSync(new URL(file, folder), 'utf8')]));

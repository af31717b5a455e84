import { aDeployment, anIngress, type Buildable } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { allClasses, type ClassName } from './controllers.ts';

const nginxKey = 'nginx.ingress.kubernetes.io/configuration-snippet';
const f5Key = 'nginx.org/server-snippets';
const lines = 'more_set_headers "X-Team: shop";';

const world = (className: ClassName, key: string, value: string, ...others: readonly Buildable[]) => [
  anIngress('shop/web')
    .withClass(className)
    .withPath('a.example.com', '/', 'Prefix', 'web', 80)
    .annotated({ [key]: value }),
  ...allClasses,
  ...others,
];
const runningF5 = (...args: readonly string[]) =>
  aDeployment('edge/f5').withPodSpec({
    containers: [{ name: 'nginx-ingress', image: 'nginx/nginx-ingress:5.0', args }],
  });

export const ing032Cases: readonly CheckCase[] = [
  ['ingress-nginx', world('nginx', nginxKey, lines), 1],
  ['ingress-nginx, an empty one', world('nginx', nginxKey, ' '), 0],
  ['ingress-nginx, another annotation', world('nginx', 'nginx.ingress.kubernetes.io/use-regex', 'true'), 0],
  ['F5, started without', world('f5', f5Key, lines, runningF5()), 1],
  ['F5, switched off', world('f5', f5Key, lines, runningF5('-enable-snippets=false')), 1],
  ['F5, started with', world('f5', f5Key, lines, runningF5('-enable-snippets')), 0],
  ['F5, not running here', world('f5', f5Key, lines), 0],
  ['the key of another controller', world('traefik', nginxKey, lines), 0],
];

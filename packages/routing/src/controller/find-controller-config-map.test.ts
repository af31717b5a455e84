import { aCluster, aDeployment } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findControllerConfigMap } from './find-controller-config-map.ts';
import { listTracedControllers } from './list-traced-controllers.ts';

const find = (image: string, ...args: readonly string[]) => {
  const reader = aCluster()
    .with(aDeployment('edge/controller').withPodSpec({ containers: [{ name: 'c', image, args }] }))
    .build();
  const [controller] = listTracedControllers(reader);
  return controller && findControllerConfigMap(reader, controller);
};

const haproxy = 'quay.io/jcmoraisjr/haproxy-ingress:v0.14';

test('[CTL-14] haproxy-ingress names its ConfigMap in an argument', () => {
  expect(find(haproxy, '--configmap=edge/settings')).toEqual({ namespace: 'edge', name: 'settings' });
  expect(find(haproxy, '--configmap', 'settings')).toEqual({ namespace: 'edge', name: 'settings' });
  expect(find(haproxy)).toBeUndefined();
});

test('[CTL-14] settings of other controllers are not in a ConfigMap that counts', () => {
  expect(find('registry.k8s.io/ingress-nginx/controller:v1', '--configmap=edge/settings')).toBeUndefined();
});

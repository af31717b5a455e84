import {
  aCluster,
  aDeployment,
  anIngress,
  anIngressClass,
  aService,
  aSlice,
} from '@fairlead/kube-objects/testing';
import type { LiveModel } from '../live-model.ts';
import { modelOf } from './model-of.ts';

const serving = (name: string) => [
  aService(`shop/${name}`).withPort(80, { targetPort: 8080 }),
  aSlice(`shop/${name}-1`).of(name).withPort(8080).withEndpoint('10.0.0.7', { ready: true }),
];

/** Everything below `example.com` leads to `a`, and `/cart` of one host to `b`. */
export const haproxyWildcard = anIngress('shop/all')
  .withClass('haproxy')
  .withPath('*.example.com', '/', 'Prefix', 'a', 80);

/** A running haproxy-ingress that has settings in the ConfigMap `edge/settings`. */
export const aHaproxyEdge = (): LiveModel =>
  modelOf(
    aCluster()
      .with(
        aDeployment('edge/haproxy').withPodSpec({
          containers: [
            {
              name: 'c',
              image: 'quay.io/jcmoraisjr/haproxy-ingress:v0.14',
              args: ['--configmap=edge/settings'],
            },
          ],
        }),
        anIngressClass('haproxy').withController('haproxy-ingress.github.io/controller'),
        ...['a', 'b'].flatMap(serving),
        haproxyWildcard,
        anIngress('shop/cart').withClass('haproxy').withPath('shop.example.com', '/cart', 'Prefix', 'b', 80),
      )
      .build(),
  );

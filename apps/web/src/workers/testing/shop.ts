import {
  aCluster,
  aNamespace,
  aNode,
  anIngress,
  anIngressClass,
  aPod,
  aService,
} from '@fairlead/kube-objects/testing';
import type { Messages } from '../../messages/en.ts';
import type { LiveModel } from '../live-model.ts';
import { modelOf } from './model-of.ts';

/** A small shop: one working route, one to a Service that does not exist, one selector with a typing error. */
export const aShop = (messages?: Messages): LiveModel =>
  modelOf(
    aCluster()
      .with(
        aNamespace('shop'),
        aNamespace('sec'),
        aNode('edge-1').withAddresses({ type: 'InternalIP', address: '192.0.2.11' }),
        anIngressClass('nginx').withController('k8s.io/ingress-nginx'),
        anIngress('shop/shop')
          .withClass('nginx')
          .withPath('shop.example.com', '/', 'Prefix', 'web', 'http')
          .withPath('shop.example.com', '/api', 'Prefix', 'api', 8080)
          .withTls(['shop.example.com'], 'shop-tls'),
        anIngress('sec/pay').withClass('nginx').withPath('pay.example.com', '/', 'Prefix', 'pay', 80),
        aService('shop/web').withPort(80, { name: 'http', targetPort: 'http' }).selecting({ app: 'web' }),
        aService('shop/api').withPort(8080).selecting({ app: 'apii' }),
        aPod('shop/web-1').labelled({ app: 'web' }).withContainerPort('http', 3000).ready(),
        aPod('shop/web-2').labelled({ app: 'web' }).withContainerPort('http', 3000).notReady(),
        aPod('shop/api-1').labelled({ app: 'api' }).withContainerPort('http', 8080).ready(),
      )
      .withEndpoints()
      .build(),
    messages,
  );

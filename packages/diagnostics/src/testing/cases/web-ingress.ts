import { anIngress, anIngressClass } from '@fairlead/kube-objects/testing';

export const classes = [
  anIngressClass('nginx'),
  anIngressClass('traefik').withController('traefik.io/ingress-controller'),
];

/** An Ingress with one path to the Service `shop/web`. */
export const toWeb = (port: number | string, className = 'nginx') =>
  anIngress('shop/web').withClass(className).withPath('a.example.com', '/', 'Prefix', 'web', port);

export type * from './service/service-endpoints.ts';
export type * from './ingress/ingress-references.ts';

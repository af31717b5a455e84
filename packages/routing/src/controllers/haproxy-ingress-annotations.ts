import { labelValue, type Ingress } from '@fairlead/kube-objects';

/** The text of one of the controller's annotations; empty text is none. */
export const haproxyAnnotation = (ingress: Ingress, name: string): string | undefined =>
  labelValue(ingress.metadata.annotations, `haproxy-ingress.github.io/${name}`) ||
  labelValue(ingress.metadata.annotations, `ingress.kubernetes.io/${name}`) ||
  undefined;

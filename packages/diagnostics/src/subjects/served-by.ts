import type { Ingress } from '@fairlead/kube-objects';
import type { ProfileName, ServingController } from '@fairlead/routing';
import type { CheckContext } from '../check.ts';

/** The first controller of one of these programs that takes the Ingress. */
export const findServer = <Name extends ProfileName>(
  context: CheckContext,
  ingress: Ingress,
  profiles: readonly Name[],
): (ServingController & { readonly profile: Name }) | undefined => {
  const isOneOf = (each: ServingController): each is ServingController & { readonly profile: Name } =>
    profiles.some((name) => name === each.profile) && each.isKnown;
  return context.controllersOf(ingress).find(isOneOf);
};

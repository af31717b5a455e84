import type { RoutingIndex, RoutingWorld } from './routing-index.ts';

/**
 * [TRC-13] The same rules, and of certificates what was read after they were built: it decides what a client is shown, and
 * which entry of several a controller takes for its Secret (CTR-14, NGX-17). A Secret that is not among them counts as
 * missing.
 */
export const withCertificates = (
  index: RoutingIndex,
  certificates: NonNullable<RoutingWorld['certificates']>,
): RoutingIndex => ({ ...index, world: { ...index.world, certificates } });

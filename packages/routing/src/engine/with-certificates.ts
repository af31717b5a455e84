import type { RoutingIndex, RoutingWorld } from './routing-index.ts';

/**
 * [TRC-13] The same rules, and of certificates what was read after they were built: it decides what a client is shown, a
 * Secret that is not among them counts as missing. Which entry of several a controller takes because its Secret is usable
 * (CTR-14) stays as it was built.
 */
export const withCertificates = (
  index: RoutingIndex,
  certificates: NonNullable<RoutingWorld['certificates']>,
): RoutingIndex => ({ ...index, world: { ...index.world, certificates } });

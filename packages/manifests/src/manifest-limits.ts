/** What a text may be. The API server takes objects up to about 1.5 MiB (etcd's request limit). */
export const manifestLimits = {
  sizeBytes: 1_500_000,
  depth: 100,
  aliasExpansions: 100,
  /** How many times its text's size a manifest may grow by aliases. */
  aliasGrowth: 10,
} as const;

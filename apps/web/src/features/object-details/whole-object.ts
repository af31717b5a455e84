/** A whole object as it came: nothing is known of its fields. */
export type RawObject = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is RawObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const metadataOf = ({ metadata }: RawObject): RawObject => (isRecord(metadata) ? metadata : {});

/** How many entries `metadata.managedFields` has. */
export function countManagedFields(object: RawObject): number {
  const { managedFields } = metadataOf(object);
  return Array.isArray(managedFields) ? managedFields.length : 0;
}

/** The object without `metadata.managedFields`, all else in its order. */
export function withoutManagedFields(object: RawObject): RawObject {
  const metadata = Object.entries(metadataOf(object)).filter(([field]) => field !== 'managedFields');
  return Object.fromEntries(
    Object.entries(object).map(([field, value]) => [
      field,
      field === 'metadata' && isRecord(value) ? Object.fromEntries(metadata) : value,
    ]),
  );
}

export function resourceVersionOf(object: RawObject): string | undefined {
  const { resourceVersion } = metadataOf(object);
  return typeof resourceVersion === 'string' ? resourceVersion : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything `asked` says is in `stored`, which may say more: what the API server fills in. Lists have the same length. */
export function isContained(asked: unknown, stored: unknown): boolean {
  if (asked === null || asked === undefined) return true;
  if (Array.isArray(asked)) {
    if (!Array.isArray(stored)) return asked.length === 0;
    const items: readonly unknown[] = stored;
    return asked.length === items.length && asked.every((item, index) => isContained(item, items[index]));
  }
  if (!isRecord(asked)) return asked === stored;
  if (!isRecord(stored) && stored !== null && stored !== undefined) return false;
  const there = stored ?? {};
  return Object.entries(asked).every(([key, value]) =>
    isContained(value, Object.hasOwn(there, key) ? there[key] : undefined),
  );
}

/** The number at a place, 0 beyond the ends: keeps loops over typed arrays readable. */
export const numberAt = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;

/** The fields that are there. */
export function present<T extends object>(fields: T): {[K in keyof T]?: NonNullable<T[K]>} {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

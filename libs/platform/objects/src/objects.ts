/** A value from outside: its fields may be anything. */
export type Properties = Readonly<Record<string, unknown>>;

/** The names of an object of a known shape, which `Object.keys` returns as any text. */
export function keysOf<T extends object>(object: T): (keyof T & string)[] {
  const keys: (keyof T & string)[] = [];
  for (const key in object) if (Object.hasOwn(object, key)) keys.push(key);
  return keys;
}

/** Arrays are objects too. */
export function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null;
}

/** The fields of a value from outside; empty if it is not an object. */
export function propertiesOf(value: unknown): Properties {
  return isObject(value) ? value : {};
}

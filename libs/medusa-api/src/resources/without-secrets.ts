/** A provider's data without what lets its holder pay or act for the shopper: that is for their page alone. */
export function withoutSecrets(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => (/secret/i.test(name) ? [] : [[name, within(value)]])),
  );
}

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(within);
  return typeof value === 'object' && value !== null ? withoutSecrets({ ...value }) : value;
}

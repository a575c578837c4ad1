// Gateways' names for values that let their bearer pay or act for the shopper: client_secret, ephemeral_key_secret, client_token.
const SECRET_NAME = /secret|token|ephemeral_?key/i;

// Also finds such a value inside a redirect URL.
const SECRET_VALUE = /client_secret|_secret_/i;

/** A provider's data without the secrets that let their bearer pay or act for the shopper: only the shopper's page gets those. */
export function withoutSecrets(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) =>
      SECRET_NAME.test(name) || isSecret(value) ? [] : [[name, within(value)]],
    ),
  );
}

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !isSecret(item)).map(within);
  return typeof value === 'object' && value !== null ? withoutSecrets({ ...value }) : value;
}

function isSecret(value: unknown): boolean {
  return typeof value === 'string' && SECRET_VALUE.test(value);
}

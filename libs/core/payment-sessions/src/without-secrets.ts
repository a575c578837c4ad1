// What a gateway calls the things that let their holder pay or act for the shopper: client_secret, ephemeral_key_secret, client_token.
const SECRET_NAME = /secret|token|ephemeral_?key/i;

// Also where such a thing stands in an address that the shopper is sent to.
const SECRET_VALUE = /client_secret|_secret_/i;

/** A provider's data without what lets its holder pay or act for the shopper: that is for their page alone. */
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

/** Medusa shows null for empty metadata. */
export function metadataOrNull(
  metadata: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  return Object.keys(metadata).length === 0 ? null : metadata;
}

import { InvalidRequest } from '@tandem/http';
import { containsCardNumber } from '@tandem/provider-kit';

/** Refuses card numbers in free text, so that none is stored. @throws InvalidRequest */
export function textIn<T extends string | null | undefined>(path: string, text: T): T {
  refuseCardNumbers(path, text);
  return text;
}

/** As in Medusa, null leaves the metadata unchanged. @throws InvalidRequest */
export function metadataIn(
  metadata: Readonly<Record<string, unknown>> | null | undefined,
): Readonly<Record<string, unknown>> | undefined {
  refuseCardNumbers('metadata', metadata);
  return metadata ?? undefined;
}

function refuseCardNumbers(path: string, value: unknown): void {
  if (!containsCardNumber(value ?? {})) return;
  throw new InvalidRequest([{ path, constraints: { isCardNumber: '' }, value: '…' }]);
}

import { InvalidRequest } from '@tandem/http';
import { containsCardNumber } from '@tandem/provider-kit';

/** What a person writes, as long as it is no card number: none is ever stored. @throws InvalidRequest */
export function textIn<T extends string | null | undefined>(path: string, text: T): T {
  refuseCardNumbers(path, text);
  return text;
}

/** Null, as Medusa takes it, leaves what is there. @throws InvalidRequest */
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

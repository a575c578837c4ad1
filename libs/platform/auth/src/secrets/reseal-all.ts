/** The encrypted secrets of a record. */
export interface Sealed {
  readonly storeId: string;
  readonly id: string;
  readonly sealed: Buffer;
}

/** The result of encrypting stored secrets with a new settings secret. */
export interface Resealed {
  /** How many were encrypted again with the current secret. */
  readonly count: number;
  /** Ids (UUIDs) of those that could not be decrypted: they must be set again. */
  readonly lost: readonly string[];
}

export interface Resealing {
  /** Encrypts with the current secret; null where that is not needed. @throws Error where decryption fails */
  readonly reseal: (row: Sealed) => Buffer | null;
  /** Skips a row that was changed meanwhile: that change used the current secret. */
  readonly store: (row: Sealed, resealed: Buffer) => Promise<void>;
}

/** Encrypts stored secrets with the current secret, so that the previous one is no longer needed. */
export async function resealAll(rows: readonly Sealed[], { reseal, store }: Resealing): Promise<Resealed> {
  const lost: string[] = [];
  let count = 0;
  for (const row of rows) {
    const resealed = attempt(() => reseal(row));
    if (resealed === undefined) lost.push(row.id);
    if (!resealed) continue;
    await store(row, resealed);
    count++;
  }
  return { count, lost };
}

function attempt(reseal: () => Buffer | null): Buffer | null | undefined {
  try {
    return reseal();
  } catch {
    return undefined;
  }
}

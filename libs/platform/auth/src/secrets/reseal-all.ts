/** Stored secrets, sealed, and whose they are. */
export interface Sealed {
  readonly storeId: string;
  readonly id: string;
  readonly sealed: Buffer;
}

/** What became of stored secrets once the secret that seals them was changed. */
export interface Resealed {
  /** How many are sealed with the current secret now, and were not. */
  readonly count: number;
  /** Ids of those that could not be opened (UUIDs): they must be set again. */
  readonly lost: readonly string[];
}

export interface Resealing {
  /** Sealed anew; null where that is not needed. @throws Error where they cannot be opened */
  readonly reseal: (row: Sealed) => Buffer | null;
  /** Unless they were changed meanwhile: then the current secret has sealed them. */
  readonly store: (row: Sealed, resealed: Buffer) => Promise<void>;
}

/** Seals stored secrets with the current secret, so that the one before it is not needed any more. */
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

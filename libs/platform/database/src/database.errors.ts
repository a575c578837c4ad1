/**
 * A COMMIT, or a statement outside a transaction, was sent without a response. It may have been committed, so callers must not
 * treat it as failed.
 */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';

  constructor(cause: unknown) {
    super(
      `it is not known whether it was committed: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        cause,
      },
    );
  }
}

/** Other transactions of this process waited for the same row during the whole timeout. */
export class RowLocked extends Error {
  override readonly name = 'RowLocked';

  constructor() {
    super('too many transactions wait for the same row');
  }
}

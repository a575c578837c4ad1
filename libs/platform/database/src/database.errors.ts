/**
 * A COMMIT, or a statement that commits by itself, was sent and no answer came. It may have been carried out: nothing that
 * follows from a failure may be done.
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

/** Others of this process have waited for the same row all the while. */
export class RowBusy extends Error {
  override readonly name = 'RowBusy';

  constructor() {
    super('too many transactions wait for the same row');
  }
}

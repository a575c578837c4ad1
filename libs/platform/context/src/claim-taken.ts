/** The request's idempotency key is already claimed: the act stops, and the first response is replayed or waited for. */
export class ClaimTaken extends Error {
  override readonly name = 'ClaimTaken';
}

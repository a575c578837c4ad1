/** The request's idempotency key is somebody's already: the act stops, and its answer is replayed or waited for. */
export class ClaimTaken extends Error {
  override readonly name = 'ClaimTaken';
}

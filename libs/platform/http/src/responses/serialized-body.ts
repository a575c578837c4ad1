/** A body that is serialized already: a stored error, or a response stored before read models existed. */
export class SerializedBody {
  constructor(readonly json: unknown) {}
}

/** A body that was serialized before: what is stored of a refusal, and of each response to the code before read models. */
export class SerializedBody {
  constructor(readonly json: unknown) {}
}

/** Text or a number that is not a valid amount of its currency. */
export class InvalidAmount extends Error {
  override readonly name = 'InvalidAmount';

  constructor(readonly reason: 'not_a_number' | 'too_precise' | 'too_large') {
    super(`invalid amount: ${reason}`);
  }
}

/** Arithmetic with two currencies: a bug, never a client's mistake. */
export class CurrencyMismatch extends TypeError {
  override readonly name = 'CurrencyMismatch';

  constructor(left: string, right: string) {
    super(`cannot combine ${left} and ${right}`);
  }
}

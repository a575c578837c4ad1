/** Text or a number that is no amount of its currency. */
export class InvalidAmount extends Error {
  override readonly name = 'InvalidAmount';

  constructor(readonly reason: 'not_a_number' | 'too_precise' | 'too_large') {
    super(`invalid amount: ${reason}`);
  }
}

/** Two amounts of different currencies met: a bug, never a caller's mistake. */
export class CurrencyMismatch extends TypeError {
  override readonly name = 'CurrencyMismatch';

  constructor(left: string, right: string) {
    super(`${left} and ${right} cannot be reckoned together`);
  }
}

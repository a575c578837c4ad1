import { Money } from './money';
import { InvalidAmount } from './money.errors';

/** An amount in major units as sent. It is parsed once the currency is known, which is the order's or the payment's. */
export abstract class DecimalAmount {
  constructor(private readonly written: string | number) {}

  /** @throws the error of `refusal` */
  in(currency: string): Money {
    const { written } = this;
    try {
      return typeof written === 'number'
        ? Money.fromNumber(written, currency)
        : Money.parse(written.trim(), currency);
    } catch (error) {
      throw error instanceof InvalidAmount ? this.refusal(error.reason) : error;
    }
  }

  /** The dialect's error. */
  protected abstract refusal(reason: InvalidAmount['reason']): Error;
}

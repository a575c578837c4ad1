import type { PaymentProvider, ProviderCapabilities } from '../contract/payment-provider';
import type { KitOptions, OptionalMethod, Runner, Said, Scenarios } from './kit-options';
import { ProviderDriver } from './provider-driver';

const EVERYDAY = ['USD', 'EUR', 'GBP'];

/** Registers checks with the test runner, or skips them by name. */
export class Kit {
  readonly capabilities: ProviderCapabilities;
  private readonly runner: Runner;
  private opened: Promise<PaymentProvider> | undefined;

  constructor(readonly options: KitOptions) {
    this.capabilities = options.capabilities;
    this.runner = options.runner ?? runnerOfGlobals();
  }

  chapter(name: string, body: () => void): void {
    this.runner.describe(name, body);
  }

  /** `missing` says what the check would need: then it is skipped, and its name says why. */
  check(name: string, work: (driver: ProviderDriver) => Promise<void>, missing?: string | null): void {
    const run = async (): Promise<void> =>
      work(new ProviderDriver(await this.provider(), this.options, this.currency));
    if (missing) this.runner.it.skip(`${name} (left out: ${missing})`, run);
    else this.runner.it(name, run);
  }

  /** What a check that needs a scenario misses. */
  needs(scenario: keyof Scenarios): string | null {
    return this.options.scenarios[scenario] ? null : `scenarios.${scenario} is not given`;
  }

  /** What a check of an optional method misses. */
  needsMethod(method: OptionalMethod): string | null {
    return this.options.has?.includes(method) ? null : `has does not name ${method}`;
  }

  /** What a check that needs an event misses. */
  needsEvent(said: keyof Said): string | null {
    const { events } = this.options;
    if (!events) return this.needsMethod('parseEvent') ?? 'events is not given';
    return events.says[said] ? null : `events.says.${said} is not given`;
  }

  /** What a check of amounts misses in a provider without a gateway. */
  get needsGateway(): string | null {
    return this.options.hasGateway === false ? 'there is no gateway behind it that knows what is left' : null;
  }

  takes(currency: string): boolean {
    return this.capabilities.currencies === 'any' || this.capabilities.currencies.includes(currency);
  }

  private get currency(): string {
    const [first] = this.capabilities.currencies === 'any' ? [] : this.capabilities.currencies;
    return EVERYDAY.find((code) => this.takes(code)) ?? first ?? 'USD';
  }

  private provider(): Promise<PaymentProvider> {
    this.opened ??= Promise.resolve(this.options.provider());
    return this.opened;
  }
}

function runnerOfGlobals(): Runner {
  const { describe, it } = globalThis as Partial<Runner>;
  if (describe && it) return { describe, it };
  throw new Error('no describe and it are global here: give them as `runner` (from node:test, for one)');
}

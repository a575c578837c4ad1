import type { PaymentProvider, ProviderCapabilities } from '../contract/payment-provider';
import type { KitOptions, OptionalMethod, Runner, EventBodies, Scenarios } from './kit-options';
import { ProviderDriver } from './provider-driver';

const COMMON_CURRENCIES = ['USD', 'EUR', 'GBP'];

/** Registers checks with the test runner, or skips them by name. */
export class Kit {
  readonly capabilities: ProviderCapabilities;
  private readonly runner: Runner;
  private providerOnce: Promise<PaymentProvider> | undefined;

  constructor(readonly options: KitOptions) {
    this.capabilities = options.capabilities;
    this.runner = options.runner ?? runnerOfGlobals();
  }

  group(name: string, body: () => void): void {
    this.runner.describe(name, body);
  }

  /** `missing` says what the check lacks; then it is skipped, and its name says why. */
  check(name: string, work: (driver: ProviderDriver) => Promise<void>, missing?: string | null): void {
    const run = async (): Promise<void> =>
      work(new ProviderDriver(await this.provider(), this.options, this.currency));
    if (missing) this.runner.it.skip(`${name} (skipped: ${missing})`, run);
    else this.runner.it(name, run);
  }

  /** Why a check that needs a scenario is skipped; null if it is not. */
  needs(scenario: keyof Scenarios): string | null {
    return this.options.scenarios[scenario] ? null : `scenarios.${scenario} is missing`;
  }

  /** Why a check of an optional method is skipped. */
  needsMethod(method: OptionalMethod): string | null {
    return this.options.has?.includes(method) ? null : `has does not list ${method}`;
  }

  /** Why a check that needs an event is skipped. */
  needsEvent(said: keyof EventBodies): string | null {
    const { events } = this.options;
    if (!events) return this.needsMethod('parseEvent') ?? 'events is missing';
    return events.says[said] ? null : `events.says.${said} is missing`;
  }

  /** Why a check of amounts is skipped for a provider without a gateway. */
  get needsGateway(): string | null {
    return this.options.hasGateway === false ? 'it has no gateway that tracks the remaining amount' : null;
  }

  takes(currency: string): boolean {
    return this.capabilities.currencies === 'any' || this.capabilities.currencies.includes(currency);
  }

  private get currency(): string {
    const [first] = this.capabilities.currencies === 'any' ? [] : this.capabilities.currencies;
    return COMMON_CURRENCIES.find((code) => this.takes(code)) ?? first ?? 'USD';
  }

  private provider(): Promise<PaymentProvider> {
    this.providerOnce ??= Promise.resolve(this.options.provider());
    return this.providerOnce;
  }
}

function runnerOfGlobals(): Runner {
  const { describe, it } = globalThis as Partial<Runner>;
  if (describe && it) return { describe, it };
  throw new Error('describe and it are not global here: pass them as `runner` (for example from node:test)');
}

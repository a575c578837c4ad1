import type { PaymentProvider } from './payment-provider';

/** What a package exports to bring its own providers: `TANDEM_PLUGINS=<package> npm start` loads it. */
export interface TandemPlugin {
  /** Shown at start and in errors; the package's name. */
  readonly name: string;
  /** Each makes one provider from the environment; a bad setting is thrown as an Error with one clear line. */
  readonly providers: readonly ((env: NodeJS.ProcessEnv) => PaymentProvider)[];
}

import type { PaymentProvider } from './payment-provider';

/** The environment variables a provider reads its settings from. */
export type PluginEnvironment = Readonly<Record<string, string | undefined>>;

/** A class with any constructor; Nest injects its dependencies. */
export type PluginClass = new (...args: never[]) => object;

/** An act of the server and the class that replaces it. */
export type Replacement = readonly [act: PluginClass, by: PluginClass];

/**
 * Everything a package adds to the server. It is the package's default export (or `module.exports`), loaded by
 * `TANDEM_PLUGINS=<package> npm start`, or passed to `TandemModule.forRoot({ plugins: [it] })` in your own Nest app.
 */
export interface TandemPlugin {
  /** The package's name; shown at start and in errors. */
  readonly name: string;
  /** Compatible versions as an npm range (`^0.2.0`). Omitted: any. The server does not start outside the range. */
  readonly compatibility?: string;
  /** Functions that create providers from the environment. For a bad setting they throw an Error with one clear line. */
  readonly providers?: readonly ((env: PluginEnvironment) => PaymentProvider | readonly PaymentProvider[])[];
  /** Nest modules to import: services, controllers under their own paths. A replacement can inject what a global one exports. */
  readonly modules?: readonly object[];
  /** Pairs of an act and the class that replaces it. docs/seams.md lists the acts that can be replaced. */
  readonly replace?: readonly Replacement[];
}

/** A pair for `replace` that compiles only if the new class has the same `run` signature. */
export function replacement<Act extends { run: unknown }>(
  act: new (...args: never[]) => Act,
  by: new (...args: never[]) => Pick<Act, 'run'>,
): Replacement {
  return [act, by];
}

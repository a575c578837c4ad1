import type { PaymentProvider } from './payment-provider';

/** The environment, as a provider reads its settings from it. */
export type PluginEnvironment = Readonly<Record<string, string | undefined>>;

/** A class, of any constructor: Nest sees to what it wants injected. */
export type PluginClass = new (...args: never[]) => object;

/** An act of the server's, and the class that takes its place. */
export type Replacement = readonly [act: PluginClass, by: PluginClass];

/**
 * All that a package brings to the server. It is the package's default export (or `module.exports`), loaded by
 * `TANDEM_PLUGINS=<package> npm start`, or handed to `TandemModule.forRoot({ plugins: [it] })` in a Nest app of one's own.
 */
export interface TandemPlugin {
  /** Shown at start and in errors; the package's name. */
  readonly name: string;
  /** The versions it was made for, as npm writes ranges (`^0.2.0`). Left out: any. Outside of it the server does not start. */
  readonly compatibility?: string;
  /** Each makes a provider, or several, from the environment; it throws an Error with one clear line for a bad setting. */
  readonly providers?: readonly ((env: PluginEnvironment) => PaymentProvider | readonly PaymentProvider[])[];
  /** Nest modules to import: services, controllers under paths of their own. A global one exports what a replacement needs injected. */
  readonly modules?: readonly object[];
  /** Pairs of an act and the class that replaces it. docs/seams.md lists the acts that may be replaced. */
  readonly replace?: readonly Replacement[];
}

/** A pair for `replace` that compiles only when the new class is run as the old one is. */
export function replacement<Act extends { run: unknown }>(
  act: new (...args: never[]) => Act,
  by: new (...args: never[]) => Pick<Act, 'run'>,
): Replacement {
  return [act, by];
}

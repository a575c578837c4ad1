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
  /** The versions it was made for, as npm writes ranges (`^0.2.0`). Left out: it takes any. Outside it the start ends. */
  readonly compatibility?: string;
  /** Each makes a provider from the environment, or several ids of one; a bad setting is thrown as an Error with one clear line. */
  readonly providers?: readonly ((env: PluginEnvironment) => PaymentProvider | readonly PaymentProvider[])[];
  /** Nest modules to import: services, controllers under paths of their own. What a replaced act wants injected is exported by a global one. */
  readonly modules?: readonly object[];
  /** Acts to replace, each with its own; which may be is listed in the READMEs under "May be replaced". */
  readonly replace?: readonly Replacement[];
}

/** A pair for `replace` that compiles only when the new class is run as the old one is. */
export function replacement<Act extends { run: unknown }>(
  act: new (...args: never[]) => Act,
  by: new (...args: never[]) => Pick<Act, 'run'>,
): Replacement {
  return [act, by];
}

import type { FactoryProvider, Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { isObject } from '@tandem/objects';
import type { PluginClass, TandemPlugin } from '@tandem/provider-kit';
import { PluginRefused } from './plugin-refused';

// Filled while the modules are loaded, before any plugin is looked at.
const OFFERED = new Set<PluginClass>();

interface Chosen {
  readonly by: PluginClass;
  readonly plugin: string;
}

/** Which class stands for an act. */
export class Replacements {
  private constructor(private readonly chosen: ReadonlyMap<PluginClass, Chosen>) {}

  /** @throws PluginRefused for what is not replaceable, or replaced twice */
  static of(plugins: readonly TandemPlugin[]): Replacements {
    const chosen = new Map<PluginClass, Chosen>();
    for (const { name, replace = [] } of plugins) {
      for (const [act, by] of replace) {
        const problem = problemOf(act, by) ?? clashOf(act, chosen.get(act));
        if (problem !== null) throw new PluginRefused(name, problem);
        chosen.set(act, { by, plugin: name });
      }
    }
    return new Replacements(chosen);
  }

  classFor<T extends object>(act: Type<T>): Type<T> {
    return (this.chosen.get(act)?.by ?? act) as Type<T>;
  }
}

function problemOf(act: PluginClass, by: PluginClass): string | null {
  if (!OFFERED.has(act)) return `${nameOf(act)} may not be replaced; the READMEs list what may`;
  return hasRun(by) ? null : `what replaces ${nameOf(act)} is no class with a method run`;
}

/** It may be written in JavaScript, so that it may be anything. */
function hasRun(by: unknown): boolean {
  if (typeof by !== 'function') return false;
  const prototype: unknown = by.prototype;
  return isObject(prototype) && typeof prototype['run'] === 'function';
}

function clashOf(act: PluginClass, before: Chosen | undefined): string | null {
  return before ? `${nameOf(act)} is replaced by plugin ${before.plugin} already` : null;
}

function nameOf(act: unknown): string {
  return typeof act === 'function' ? act.name : String(act);
}

/**
 * Offers an act to be replaced. The module that provides it makes the replacement, which so gets injected what the act
 * would, and all who ask for the act get the same one.
 */
export function replaceable<T extends object>(act: Type<T>): FactoryProvider<T> {
  OFFERED.add(act);
  return {
    provide: act,
    inject: [ModuleRef, Replacements],
    useFactory: (host: ModuleRef, replacements: Replacements) => host.create(replacements.classFor(act)),
  };
}

import type { FactoryProvider, Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { isObject } from '@tandem/objects';
import type { PluginClass, TandemPlugin } from '@tandem/provider-kit';
import { PluginRefused } from './plugin-refused';

// Filled while the modules are loaded, before any plugin is checked.
const REPLACEABLE = new Set<PluginClass>();

interface Replacement {
  readonly replacement: PluginClass;
  readonly plugin: string;
}

/** Which class replaces an act. */
export class Replacements {
  private constructor(private readonly replacements: ReadonlyMap<PluginClass, Replacement>) {}

  /** @throws PluginRefused for an act that is not replaceable, or is replaced twice */
  static from(plugins: readonly TandemPlugin[]): Replacements {
    const replacements = new Map<PluginClass, Replacement>();
    for (const { name, replace = [] } of plugins) {
      for (const [act, replacement] of replace) {
        const problem = problemOf(act, replacement) ?? conflictOf(act, replacements.get(act));
        if (problem !== null) throw new PluginRefused(name, problem);
        replacements.set(act, { replacement, plugin: name });
      }
    }
    return new Replacements(replacements);
  }

  classFor<T extends object>(act: Type<T>): Type<T> {
    return (this.replacements.get(act)?.replacement ?? act) as Type<T>;
  }
}

function problemOf(act: PluginClass, replacement: PluginClass): string | null {
  if (!REPLACEABLE.has(act)) return `${nameOf(act)} cannot be replaced; the READMEs list what can`;
  return hasRun(replacement) ? null : `the replacement of ${nameOf(act)} is not a class with a method run`;
}

/** Plugins may be written in JavaScript, so the value may be anything. */
function hasRun(replacement: unknown): boolean {
  if (typeof replacement !== 'function') return false;
  const prototype: unknown = replacement.prototype;
  return isObject(prototype) && typeof prototype['run'] === 'function';
}

function conflictOf(act: PluginClass, existing: Replacement | undefined): string | null {
  return existing ? `${nameOf(act)} is already replaced by plugin ${existing.plugin}` : null;
}

function nameOf(act: unknown): string {
  return typeof act === 'function' ? act.name : String(act);
}

/**
 * Lets plugins replace an act. The module that provides the act creates the replacement, which can therefore inject what the act
 * would, and is shared by everything that injects the act.
 */
export function replaceable<T extends object>(act: Type<T>): FactoryProvider<T> {
  REPLACEABLE.add(act);
  return {
    provide: act,
    inject: [ModuleRef, Replacements],
    useFactory: (host: ModuleRef, replacements: Replacements) => host.create(replacements.classFor(act)),
  };
}

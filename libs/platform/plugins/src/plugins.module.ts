import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Replacements } from './replacements';
import type { PluginsInUse } from './use-plugins';

/** The plugins' Nest modules, and the Replacements that every `replaceable` act injects. */
@Global()
@Module({})
export class PluginsModule {
  static forRoot({ modules, replacements }: PluginsInUse): DynamicModule {
    return {
      module: PluginsModule,
      imports: [...modules] as DynamicModule[],
      providers: [{ provide: Replacements, useValue: replacements }],
      exports: [Replacements],
    };
  }
}

import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { connect } from './data-source';
import { Database } from './database';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections of this process. */
  readonly poolSize: number;
}

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static forRoot({ url, poolSize }: DatabaseOptions): DynamicModule {
    const useFactory = async (): Promise<Database> => new Database(await connect(url, poolSize));
    return {
      module: DatabaseModule,
      providers: [{ provide: Database, useFactory }],
      exports: [Database],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

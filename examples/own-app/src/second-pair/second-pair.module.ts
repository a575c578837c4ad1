import { Global, Module } from '@nestjs/common';
import { Approvals } from './approvals';

/** Global, because the replacement is created in Tandem's own module and injects from here. */
@Global()
@Module({ providers: [Approvals], exports: [Approvals] })
export class SecondPairModule {}

import { Global, Module } from '@nestjs/common';
import { Approvals } from './approvals';

/** Global, for the replaced act is made in Tandem's own module. */
@Global()
@Module({ providers: [Approvals], exports: [Approvals] })
export class SecondPairModule {}

import { Global, Module } from '@nestjs/common';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { CarryOut } from './carry-out';
import { OpenOperations } from './open-operations';
import { OpenOperationsRepository } from './open-operations.repository';
import { ProviderCalls } from './provider-calls';
import { ProviderOperations } from './provider-operations.repository';
import { RefusedClosings } from './refused-closings.repository';

@Global()
@Module({
  imports: [PaymentMethodsModule],
  providers: [
    ProviderOperations,
    OpenOperationsRepository,
    OpenOperations,
    RefusedClosings,
    ProviderCalls,
    CarryOut,
  ],
  exports: [ProviderOperations, OpenOperations, RefusedClosings, ProviderCalls, CarryOut],
})
export class ProviderOperationsModule {}

import { Global, Module } from '@nestjs/common';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { CarryOut } from './carry-out';
import { ProviderCalls } from './provider-calls';
import { ProviderOperations } from './provider-operations.repository';

@Global()
@Module({
  imports: [PaymentMethodsModule],
  providers: [ProviderOperations, ProviderCalls, CarryOut],
  exports: [ProviderOperations, ProviderCalls, CarryOut],
})
export class ProviderOperationsModule {}

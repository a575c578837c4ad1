import { Module } from '@nestjs/common';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { PaymentsModule } from '@tandem/payments';
import { ResolveOperations } from './resolve-operations';
import { SettleLateOutcome } from './settle-late-outcome';

@Module({
  imports: [PaymentSessionsModule, PaymentsModule],
  providers: [SettleLateOutcome, ResolveOperations],
  exports: [ResolveOperations],
})
export class WebhooksModule {}

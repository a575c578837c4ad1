import { Module } from '@nestjs/common';
import { AddPaymentMethod } from './add-payment-method';
import { ChangePaymentMethod } from './change-payment-method';
import { CheckSettings } from './check-settings';
import { MethodSettingsReader } from './method-settings.reader';
import { GatewayScopes } from './gateway-scopes';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository } from './payment-methods.repository';
import { ProvidersReader } from './providers.reader';
import { RemovePaymentMethod } from './remove-payment-method';
import { ResealMethodSecrets } from './reseal-method-secrets';
import { WarnOfTestMethods } from './warn-of-test-methods';

@Module({
  providers: [
    PaymentMethodsRepository,
    PaymentMethodsReader,
    MethodSettingsReader,
    GatewayScopes,
    CheckSettings,
    ProvidersReader,
    AddPaymentMethod,
    ChangePaymentMethod,
    RemovePaymentMethod,
    ResealMethodSecrets,
    WarnOfTestMethods,
  ],
  exports: [
    PaymentMethodsReader,
    MethodSettingsReader,
    GatewayScopes,
    ProvidersReader,
    AddPaymentMethod,
    ChangePaymentMethod,
    RemovePaymentMethod,
    ResealMethodSecrets,
  ],
})
export class PaymentMethodsModule {}

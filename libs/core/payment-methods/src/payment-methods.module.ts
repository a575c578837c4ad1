import { Module } from '@nestjs/common';
import { CreatePaymentMethod } from './create-payment-method';
import { UpdatePaymentMethod } from './update-payment-method';
import { CheckSettings } from './check-settings';
import { MethodSettingsReader } from './method-settings.reader';
import { GatewayAccounts } from './gateway-accounts';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository } from './payment-methods.repository';
import { ProvidersReader } from './providers.reader';
import { RemovePaymentMethod } from './remove-payment-method';
import { ResealMethodSecrets } from './reseal-method-secrets';
import { WarnAboutTestMethods } from './warn-about-test-methods';

@Module({
  providers: [
    PaymentMethodsRepository,
    PaymentMethodsReader,
    MethodSettingsReader,
    GatewayAccounts,
    CheckSettings,
    ProvidersReader,
    CreatePaymentMethod,
    UpdatePaymentMethod,
    RemovePaymentMethod,
    ResealMethodSecrets,
    WarnAboutTestMethods,
  ],
  exports: [
    PaymentMethodsReader,
    MethodSettingsReader,
    GatewayAccounts,
    ProvidersReader,
    CreatePaymentMethod,
    UpdatePaymentMethod,
    RemovePaymentMethod,
    ResealMethodSecrets,
  ],
})
export class PaymentMethodsModule {}

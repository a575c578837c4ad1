import { Module } from '@nestjs/common';
import { CustomersModule } from '@tandem/customers';
import { OrdersModule } from '@tandem/orders';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { PaymentsModule } from '@tandem/payments';
import { replaceable } from '@tandem/plugins';
import { StoreCreditsModule } from '@tandem/store-credits';
import { StoresModule } from '@tandem/stores';
import { VariantsModule } from '@tandem/catalog';
import { AbandonCart } from './carts/abandon-cart';
import { CreateCollection } from './create-collection';
import { CreateCreditLine } from './credit/create-credit-line';
import { AddCartItem } from './carts/add-cart-item';
import { AdvanceOrder } from './carts/advance-order';
import { ApplyGiftCard } from './credit/apply-gift-card';
import { ApplyStoreCredit } from './credit/apply-store-credit';
import { AssociateCart } from './carts/associate-cart';
import { CancelOrder } from './cancel-order/cancel-order';
import { CartItems } from './carts/cart-items';
import { CartsReader } from './carts/carts.reader';
import { UpdateCart } from './carts/update-cart';
import { UpdateCartItem } from './carts/update-cart-item';
import { UpdateOpenOrder } from './carts/update-open-order';
import { UpdateProfile } from './carts/update-profile';
import { CancelOrderStep } from './cancel-order/cancel-order-step';
import { CompleteOrder } from './place-order/complete-order';
import { CancelSessionsOf } from './cancel-order/cancel-sessions-of';
import { ImportOrder } from './place-order/import-order';
import { RecalculateTotals } from './credit/recalculate-totals';
import { CreateOrder } from './place-order/create-order';
import { CreateCart } from './carts/create-cart';
import { OrderDetailsReader } from './order-details.reader';
import { OrderLocks } from './order-locks';
import { OrdersInFullRepository } from './orders-in-full.repository';
import { PlaceCoveredOrder } from './place-order/place-covered-order';
import { PlaceDueOrders } from './place-order/place-due-orders';
import { PlaceOrder } from './place-order/place-order';
import { PlaceOrderStep } from './place-order/place-order-step';
import { ProfileReader } from './carts/profile.reader';
import { RemoveCollection } from './remove-collection';
import { RegionsReader } from './carts/regions.reader';
import { RemoveGiftCard } from './credit/remove-gift-card';
import { RemoveItem } from './carts/remove-item';
import { RemoveStoreCredit } from './credit/remove-store-credit';
import { VoidOrRefundPayment } from './cancel-order/void-or-refund-payment';

const STEPS = [
  OrderLocks,
  CreateOrder,
  CartItems,
  UpdateOpenOrder,
  RecalculateTotals,
  CancelSessionsOf,
  PlaceOrderStep,
  CancelOrderStep,
  VoidOrRefundPayment,
];

const REPLACEABLE = [replaceable(ImportOrder), replaceable(PlaceOrder), replaceable(CompleteOrder)];

const USE_CASES = [
  PlaceCoveredOrder,
  CreateCart,
  UpdateCart,
  AssociateCart,
  AbandonCart,
  AddCartItem,
  UpdateCartItem,
  RemoveItem,
  AdvanceOrder,
  CancelOrder,
  CreateCollection,
  CreateCreditLine,
  RemoveCollection,
  ApplyStoreCredit,
  RemoveStoreCredit,
  ApplyGiftCard,
  RemoveGiftCard,
  CartsReader,
  OrderDetailsReader,
  OrdersInFullRepository,
  RegionsReader,
  ProfileReader,
  UpdateProfile,
];

@Module({
  imports: [
    CustomersModule,
    StoresModule,
    VariantsModule,
    OrdersModule,
    StoreCreditsModule,
    PaymentMethodsModule,
    PaymentCollectionsModule,
    PaymentsModule,
    PaymentSessionsModule,
  ],
  providers: [...STEPS, ...USE_CASES, ...REPLACEABLE],
  exports: [...USE_CASES, ...REPLACEABLE],
})
export class CheckoutModule {}

/** Only for the server: commands must not place orders. */
@Module({ imports: [OrdersModule, CheckoutModule], providers: [PlaceDueOrders] })
export class CheckoutWorkersModule {}

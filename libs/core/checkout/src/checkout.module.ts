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
import { AddCollection } from './add-collection';
import { AddCreditLine } from './credit/add-credit-line';
import { AddItem } from './carts/add-item';
import { AdvanceOrder } from './carts/advance-order';
import { ApplyGiftCard } from './credit/apply-gift-card';
import { ApplyStoreCredit } from './credit/apply-store-credit';
import { AssociateCart } from './carts/associate-cart';
import { CancelOrder } from './cancel-order/cancel-order';
import { CartItems } from './carts/cart-items';
import { CartsReader } from './carts/carts.reader';
import { ChangeCart } from './carts/change-cart';
import { ChangeItem } from './carts/change-item';
import { ChangeOpenOrder } from './carts/change-open-order';
import { ChangeProfile } from './carts/change-profile';
import { Closing } from './cancel-order/closing';
import { CompleteOrder } from './place-order/complete-order';
import { EndAttempts } from './cancel-order/end-attempts';
import { HandOverOrder } from './place-order/hand-over-order';
import { KeepTotals } from './credit/keep-totals';
import { NewOrders } from './place-order/new-orders';
import { OpenCart } from './carts/open-cart';
import { OrderDetailsReader } from './order-details.reader';
import { OrderLocks } from './order-locks';
import { PlaceCoveredOrder } from './place-order/place-covered-order';
import { PlaceDueOrders } from './place-order/place-due-orders';
import { PlaceOrder } from './place-order/place-order';
import { Placement } from './place-order/placement';
import { ProfileReader } from './carts/profile.reader';
import { RemoveCollection } from './remove-collection';
import { RegionsReader } from './carts/regions.reader';
import { RemoveGiftCard } from './credit/remove-gift-card';
import { RemoveItem } from './carts/remove-item';
import { RemoveStoreCredit } from './credit/remove-store-credit';
import { UndoPayment } from './cancel-order/undo-payment';

const STEPS = [
  OrderLocks,
  NewOrders,
  CartItems,
  ChangeOpenOrder,
  KeepTotals,
  EndAttempts,
  Placement,
  Closing,
  UndoPayment,
];

const REPLACEABLE = [replaceable(HandOverOrder), replaceable(PlaceOrder), replaceable(CompleteOrder)];

const DOOR = [
  PlaceCoveredOrder,
  OpenCart,
  ChangeCart,
  AssociateCart,
  AbandonCart,
  AddItem,
  ChangeItem,
  RemoveItem,
  AdvanceOrder,
  CancelOrder,
  AddCollection,
  AddCreditLine,
  RemoveCollection,
  ApplyStoreCredit,
  RemoveStoreCredit,
  ApplyGiftCard,
  RemoveGiftCard,
  CartsReader,
  OrderDetailsReader,
  RegionsReader,
  ProfileReader,
  ChangeProfile,
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
  providers: [...STEPS, ...DOOR, ...REPLACEABLE],
  exports: [...DOOR, ...REPLACEABLE],
})
export class CheckoutModule {}

/** In the server alone: a command looks at orders and places none. */
@Module({ imports: [OrdersModule, CheckoutModule], providers: [PlaceDueOrders] })
export class CheckoutWorkersModule {}

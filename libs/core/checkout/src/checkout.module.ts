import { Module } from '@nestjs/common';
import { AccountsModule } from '@tandem/accounts';
import { OrdersModule } from '@tandem/orders';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { PaymentsModule } from '@tandem/payments';
import { replaceable } from '@tandem/plugins';
import { StoreCreditsModule } from '@tandem/store-credits';
import { StoresModule } from '@tandem/stores';
import { VariantsModule } from '@tandem/variants';
import { AbandonCart } from './abandon-cart';
import { AddCollection } from './add-collection';
import { AddCreditLine } from './add-credit-line';
import { AddItem } from './add-item';
import { AdvanceOrder } from './advance-order';
import { ApplyGiftCard } from './apply-gift-card';
import { ApplyStoreCredit } from './apply-store-credit';
import { AssociateCart } from './associate-cart';
import { CancelOrder } from './cancel-order';
import { CartItems } from './cart-items';
import { CartsReader } from './carts.reader';
import { ChangeCart } from './change-cart';
import { ChangeItem } from './change-item';
import { ChangeOpenOrder } from './change-open-order';
import { ChangeProfile } from './change-profile';
import { Closing } from './closing';
import { CompleteOrder } from './complete-order';
import { EndAttempts } from './end-attempts';
import { HandOverOrder } from './hand-over-order';
import { KeepTotals } from './keep-totals';
import { NewOrders } from './new-orders';
import { OpenCart } from './open-cart';
import { OrderDetailsReader } from './order-details.reader';
import { OrderLocks } from './order-locks';
import { PlaceCoveredOrder } from './place-covered-order';
import { PlaceDueOrders } from './place-due-orders';
import { PlaceOrder } from './place-order';
import { Placement } from './placement';
import { ProfileReader } from './profile.reader';
import { RemoveCollection } from './remove-collection';
import { RegionsReader } from './regions.reader';
import { RemoveGiftCard } from './remove-gift-card';
import { RemoveItem } from './remove-item';
import { RemoveStoreCredit } from './remove-store-credit';
import { UndoPayment } from './undo-payment';

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
    AccountsModule,
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

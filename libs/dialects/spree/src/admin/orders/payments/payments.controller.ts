import { Body, Controller, Get, Param, Patch, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import {
  OrderDetailsReader,
  PlaceCoveredOrder,
  type OrderDetails,
  type PaymentOfOrder,
} from '@tandem/checkout';
import { resultAsResponse, type RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { TakePayment, type SessionDetails } from '@tandem/payment-sessions';
import { CancelPayment, CapturePayment, type CapturedPayment, type PaymentHistory } from '@tandem/payments';
import { SpreeAdminGuard } from '../../../auth/spree-admin.guard';
import { amountIn } from '../../../money/spree-amount';
import { OrderParam, SpreeId } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeBody } from '../../../spree-body';
import { spreeDialect } from '../../../errors/spree-dialect';
import { paymentRef } from '../../../ids/spree-ids';
import { SpreeWholeList } from '../../../lists/spree-list';
import * as docs from '../../../spree-swagger';
import { TakePaymentDto } from '../../../store/carts/payments/payment.dto';
import { toTakePayment } from '../../../store/carts/payments/payment.mapper';
import { CapturePaymentDto, SpreeAdminPayment, SpreeAdminPaymentList } from './payment.dto';
import {
  serializeAdminPayment,
  serializeAdminPaymentList,
  serializeAdminPaymentOf,
  serializeAdminCreatedPayment,
} from './payment.serializer';

/** An order's payments, for staff. */
@ApiTags('Payments')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('payments')
@Controller('api/v3/admin/orders/:order_id/payments')
export class SpreeAdminPaymentsController {
  constructor(
    private readonly orders: OrderDetailsReader,
    private readonly takePayment: TakePayment,
    private readonly capturePayment: CapturePayment,
    private readonly cancelPayment: CancelPayment,
    private readonly placing: PlaceCoveredOrder,
  ) {}

  @Get()
  @SpreeRespond(200, serializeAdminPaymentList)
  @SpreeWholeList()
  @docs.SpreeAdminRead('List an order’s payments', SpreeAdminPaymentList)
  list(@Ctx() ctx: RequestContext, @OrderParam('order_id') order: OrderRef): Promise<OrderDetails> {
    return this.orders.get(ctx, order);
  }

  @Post()
  @SpreeRespond(201, serializeAdminCreatedPayment)
  @docs.SpreeAdminRoute('Create a payment without a payment page', 201, SpreeAdminPayment)
  create(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @Body(spreeBody) body: TakePaymentDto,
  ): Promise<SessionDetails> {
    const taken = this.takePayment.run(ctx, toTakePayment(order, body));
    return this.placing.placeAfter(ctx, taken, ({ session }) => session.orderId);
  }

  @Get(':id')
  @SpreeRespond(200, serializeAdminPaymentOf)
  @docs.SpreeAdminRead('Retrieve a payment', SpreeAdminPayment)
  read(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @Param('id', SpreeId('payment')) id: string,
  ): Promise<PaymentOfOrder> {
    return this.orders.getWithPayment(ctx, order, id);
  }

  @Patch(':id/capture')
  @SpreeRespond(200, serializeAdminPayment)
  @docs.SpreeAdminRoute('Capture a payment, in full or in part', 200, SpreeAdminPayment)
  capture(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @Param('id', SpreeId('payment')) id: string,
    @Body(spreeBody) { amount }: CapturePaymentDto,
  ): Promise<CapturedPayment> {
    const input = { payment: paymentRef(order, id), amount: amountIn(amount) };
    return this.placing.placeAfter(
      ctx,
      this.capturePayment.run(ctx, input, resultAsResponse()),
      ({ openOrderId }) => openOrderId,
    );
  }

  @Patch(':id/void')
  @SpreeRespond(200, serializeAdminPayment)
  @docs.SpreeAdminRoute('Void a payment', 200, SpreeAdminPayment)
  void(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @Param('id', SpreeId('payment')) id: string,
  ): Promise<PaymentHistory> {
    return this.cancelPayment.run(ctx, paymentRef(order, id), resultAsResponse());
  }
}

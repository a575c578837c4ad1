import { Body, Controller, Get, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import { PlaceCoveredOrder } from '@tandem/checkout';
import type { Page, RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { PaymentsInCollections, type PaymentInCollection } from '@tandem/payment-sessions';
import {
  CancelPayment,
  CapturePayment,
  PAYMENT_ORDER_FIELDS,
  RefundPayment,
  type CapturedPayment,
} from '@tandem/payments';
import { MedusaAdminGuard } from '../../auth/medusa-admin.guard';
import { pageIn } from '../../lists/list.mapper';
import { amountIn } from '../../medusa-amount';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { NamedParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaAdminRead, MedusaAdminRoute } from '../../medusa-swagger';
import { AdminQueryDto } from '../../fields/store-query.dto';
import * as dto from './payment.dto';
import { paymentFiltersIn, toRefund } from './payment.mapper';
import { serializePayment, serializePayments } from './payment.serializer';
import { PaymentsQueryDto } from './payments-query.dto';

@ApiTags('Payments')
@InDialect(medusaDialect)
@UseGuards(MedusaAdminGuard)
@RequiresScope('payments')
@Controller('admin/payments')
export class MedusaAdminPaymentsController {
  constructor(
    private readonly capturePayment: CapturePayment,
    private readonly refundPayment: RefundPayment,
    private readonly cancelPayment: CancelPayment,
    private readonly payments: PaymentsInCollections,
    private readonly placing: PlaceCoveredOrder,
  ) {}

  @Get()
  @Respond(200, serializePayments)
  @MedusaAdminRead('List payments', dto.MedusaPaymentList)
  list(
    @Ctx() ctx: RequestContext,
    @Query(medusaInput) query: PaymentsQueryDto,
  ): Promise<Page<PaymentInCollection>> {
    return this.payments.findPage(ctx, paymentFiltersIn(query), pageIn(query, PAYMENT_ORDER_FIELDS));
  }

  @Get(':id')
  @Respond(200, serializePayment)
  @MedusaAdminRead('Retrieve a payment', dto.MedusaPaymentResponse)
  read(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'payment') payment: NamedId,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<PaymentInCollection> {
    return this.payments.get(ctx, payment);
  }

  @Post(':id/capture')
  @Respond(200, serializePayment)
  @MedusaAdminRoute('Capture a payment, in full or in part', dto.MedusaPaymentResponse)
  capture(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'payment') payment: NamedId,
    @Body(medusaInput) { amount }: dto.MedusaCapturePaymentDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<PaymentInCollection> {
    const input = { payment, amount: amountIn(amount) };
    const captured = this.capturePayment.run(ctx, input, this.payments.asResponse<CapturedPayment>());
    return this.placing.placeAfter(ctx, captured, ({ history }) => history.openOrderId);
  }

  @Post(':id/refund')
  @RequiresScope('refunds')
  @Respond(200, serializePayment)
  @MedusaAdminRoute('Refund a payment, in full or in part', dto.MedusaPaymentResponse)
  refund(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'payment') payment: NamedId,
    @Body(medusaInput) body: dto.MedusaRefundPaymentDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<PaymentInCollection> {
    return this.refundPayment.run(ctx, toRefund(payment, body), this.payments.asResponse());
  }

  @Post(':id/cancel')
  @Respond(200, serializePayment)
  @MedusaAdminRoute('Void a payment', dto.MedusaPaymentResponse)
  cancel(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'payment') payment: NamedId,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<PaymentInCollection> {
    return this.cancelPayment.run(ctx, payment, this.payments.asResponse());
  }
}

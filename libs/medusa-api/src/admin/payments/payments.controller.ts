import { Body, Controller, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MedusaAdminGuard } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Answers, Ctx, InDialect } from '@tandem/http';
import { CapturePayment, RefundPayment, type PaymentHistory } from '@tandem/payments';
import { amountIn } from '../../medusa-amount';
import { medusaDialect } from '../../medusa-dialect';
import { uuidOf } from '../../medusa-ids';
import { medusaInput } from '../../medusa-input';
import { MedusaAdminRoute } from '../../medusa-swagger';
import { AdminQueryDto } from '../../store-query.dto';
import * as dto from './payment.dto';
import { presentPayment } from './payment.presenter';
import { refundReasonIn } from './refund-reason.mapper';

@ApiTags('Payments')
@InDialect(medusaDialect)
@UseGuards(MedusaAdminGuard)
@Controller('admin/payments')
export class MedusaAdminPaymentsController {
  constructor(
    private readonly capturePayment: CapturePayment,
    private readonly refundPayment: RefundPayment,
  ) {}

  @Post(':id/capture')
  @Answers(200, presentPayment)
  @MedusaAdminRoute('Capture a payment, in full or in part', dto.MedusaPaymentResponse)
  capture(
    @Ctx() ctx: RequestContext,
    @Param('id') id: string,
    @Body(medusaInput) { amount }: dto.CapturePaymentDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<PaymentHistory> {
    return this.capturePayment.run(ctx, {
      payment: { id: uuidOf('payment', id), shownId: id },
      amount: amountIn(amount),
    });
  }

  @Post(':id/refund')
  @Answers(200, presentPayment)
  @MedusaAdminRoute('Refund a payment, in full or in part', dto.MedusaPaymentResponse)
  refund(
    @Ctx() ctx: RequestContext,
    @Param('id') id: string,
    @Body(medusaInput) body: dto.RefundPaymentDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<PaymentHistory> {
    return this.refundPayment.run(ctx, {
      payment: { id: uuidOf('payment', id), shownId: id },
      amount: amountIn(body.amount),
      note: body.note,
      reason: refundReasonIn(body),
    });
  }
}

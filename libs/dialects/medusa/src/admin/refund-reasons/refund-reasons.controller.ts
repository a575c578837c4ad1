import { Body, Controller, Delete, Get, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import {
  CreateRefundReason,
  UpdateRefundReason,
  REASON_ORDER_FIELDS,
  RefundReasonsReader,
  RemoveRefundReason,
  type RefundReason,
} from '@tandem/payments';
import { MedusaAdminGuard } from '../../auth/medusa-admin.guard';
import { pageIn } from '../../lists/list.mapper';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { NamedParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaAdminRead, MedusaAdminRoute, MedusaDeleted } from '../../medusa-swagger';
import { AdminQueryDto } from '../../fields/store-query.dto';
import * as dto from './refund-reason.dto';
import { reasonFiltersIn, REASONS_LIMIT, toCreateReason } from './refund-reason.mapper';
import { serializeReason, serializeReasonDeleted, serializeReasons } from './refund-reason.serializer';

@ApiTags('Refund Reasons')
@InDialect(medusaDialect)
@UseGuards(MedusaAdminGuard)
@RequiresScope('settings')
@Controller('admin/refund-reasons')
export class MedusaAdminRefundReasonsController {
  constructor(
    private readonly reasons: RefundReasonsReader,
    private readonly addReason: CreateRefundReason,
    private readonly changeReason: UpdateRefundReason,
    private readonly removeReason: RemoveRefundReason,
  ) {}

  @Get()
  @Respond(200, serializeReasons)
  @MedusaAdminRead('List refund reasons', dto.MedusaRefundReasonList)
  list(
    @Ctx() ctx: RequestContext,
    @Query(medusaInput) query: dto.RefundReasonsQueryDto,
  ): Promise<Page<RefundReason>> {
    return this.reasons.findPage(
      ctx,
      reasonFiltersIn(query),
      pageIn(query, REASON_ORDER_FIELDS, REASONS_LIMIT),
    );
  }

  @Post()
  @Respond(200, serializeReason)
  @MedusaAdminRoute('Create a refund reason', dto.MedusaRefundReasonResponse)
  create(
    @Ctx() ctx: RequestContext,
    @Body(medusaInput) body: dto.AddRefundReasonDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<RefundReason> {
    return this.addReason.run(ctx, toCreateReason(body));
  }

  @Get(':id')
  @Respond(200, serializeReason)
  @MedusaAdminRead('Retrieve a refund reason', dto.MedusaRefundReasonResponse)
  read(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'refundReason') reason: NamedId,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<RefundReason> {
    return this.reasons.get(ctx, reason);
  }

  @Post(':id')
  @Respond(200, serializeReason)
  @MedusaAdminRoute('Update a refund reason', dto.MedusaRefundReasonResponse)
  update(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'refundReason') reason: NamedId,
    @Body(medusaInput) body: dto.ChangeRefundReasonDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<RefundReason> {
    return this.changeReason.run(ctx, reason, body);
  }

  @Delete(':id')
  @Respond(200, serializeReasonDeleted)
  @MedusaAdminRoute('Delete a refund reason; existing refunds keep it', MedusaDeleted)
  remove(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'refundReason') reason: NamedId,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<string> {
    return this.removeReason.run(ctx, reason);
  }
}

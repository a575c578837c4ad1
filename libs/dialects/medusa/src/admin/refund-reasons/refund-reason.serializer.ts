import { serializeAs, serializeDeleted, serializeListAs } from '../../medusa.serializer';
import { refundReason } from '../../resources/ledger.resource';
import { REASONS_LIMIT } from './refund-reason.mapper';

const VISIBLE = {
  defaults: ['id', 'label', 'code', 'description', 'created_at', 'updated_at', 'deleted_at'],
};

export const serializeReason = serializeAs('refund_reason', refundReason, VISIBLE);
export const serializeReasons = serializeListAs('refund_reasons', refundReason, {
  ...VISIBLE,
  limit: REASONS_LIMIT,
});
export const serializeReasonDeleted = serializeDeleted('refund_reason');

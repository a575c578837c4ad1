import { presentAs, presentDeleted, presentListAs } from '../../medusa.presenter';
import { refundReason } from '../../resources/ledger.resource';
import { REASONS_LIMIT } from './refund-reason.mapper';

const SHOWN = { defaults: ['id', 'label', 'code', 'description', 'created_at', 'updated_at', 'deleted_at'] };

export const presentReason = presentAs('refund_reason', refundReason, SHOWN);
export const presentReasons = presentListAs('refund_reasons', refundReason, {
  ...SHOWN,
  limit: REASONS_LIMIT,
});
export const presentReasonDeleted = presentDeleted('refund_reason');

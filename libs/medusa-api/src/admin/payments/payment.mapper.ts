import type { PaymentFilters } from '@tandem/payments';
import { timesIn } from '../../list.mapper';
import { uuidsOf } from '../../medusa-ids';
import type { PaymentsQueryDto } from './payments-query.dto';

export function paymentFiltersIn(query: PaymentsQueryDto): PaymentFilters {
  return {
    ids: uuidsOf('payment', query.id),
    sessionIds: uuidsOf('session', query.payment_session_id),
    created: timesIn(query.created_at),
    updated: timesIn(query.updated_at),
  };
}

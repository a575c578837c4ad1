import { StoresAndCallers1763683200001 } from './0001-stores-and-callers';
import { Orders1763683200002 } from './0002-orders';
import { Payments1763683200003 } from './0003-payments';
import { Idempotency1763683200004 } from './0004-idempotency';
import { BogusGateway1763683200005 } from './0005-bogus-gateway';
import { Accounts1763683200006 } from './0006-accounts';
import { SavedMethods1763683200007 } from './0007-saved-methods';
import { MethodSettings1763683200008 } from './0008-method-settings';
import { Carts1763683200010 } from './0010-carts';
import { Credits1763683200011 } from './0011-credits';
import { SessionLife1763683200012 } from './0012-session-life';
import { RateLimits1763683200013 } from './0013-rate-limits';
import { Logins1763683200014 } from './0014-logins';
import { AdminRecords1763683200015 } from './0015-admin-records';
import { AccountHolders1763683200016 } from './0016-account-holders';
import { WebhookEvents1763683200018 } from './0018-webhook-events';
import { Lists1763683200019 } from './0019-lists';
import { WebhooksOut1763683200020 } from './0020-webhooks-out';
import { EventsIn1763683200030 } from './0030-events-in';
import { OldEvents1763683200031 } from './0031-old-events';
import { ReleasedRests1763683200040 } from './0040-released-rests';
import { HoldersByMethod1763683200050 } from './0050-holders-by-method';
import { WhatPaid1763683200060 } from './0060-what-paid';
import { DisputeStates1763683200061 } from './0061-dispute-states';
import { OrderCreditLines1763683200070 } from './0070-order-credit-lines';
import { CollectionCompletion1763683200071 } from './0071-collection-completion';
import { IdAccess1763683200080 } from './0080-id-access';
import { Placements1763683200081 } from './0081-placements';
import { ChosenByHand1763683200082 } from './0082-chosen-by-hand';
import { KeyScopes1763683200090 } from './0090-key-scopes';
import { EndedLogins1763683200100 } from './0100-ended-logins';
import { VerifiedEvents1763683200110 } from './0110-verified-events';
import { RateLimitsByExpiry1763683200160 } from './0160-rate-limits-by-expiry';
import { ListIndexes1763683200170 } from './0170-list-indexes';
import { SearchIndexes1763683200171 } from './0171-search-indexes';
import { SweepIndexes1763683200172 } from './0172-sweep-indexes';
import { MoreListIndexes1763683200173 } from './0173-more-list-indexes';
import { InviteCreators1763683200180 } from './0180-invite-creators';
import { WebhookSender1763683200190 } from './0190-webhook-sender';
import { EventResources1763683200191 } from './0191-event-resources';
import { DeliveriesDue1763683200192 } from './0192-deliveries-due';
import { KeysOfStores1763683200200 } from './0200-keys-of-stores';

/** In the order they are run. A landed one is never edited: a change is a new migration. */
export const migrations = [
  StoresAndCallers1763683200001,
  Orders1763683200002,
  Payments1763683200003,
  Idempotency1763683200004,
  BogusGateway1763683200005,
  Accounts1763683200006,
  SavedMethods1763683200007,
  MethodSettings1763683200008,
  Carts1763683200010,
  Credits1763683200011,
  SessionLife1763683200012,
  RateLimits1763683200013,
  Logins1763683200014,
  AdminRecords1763683200015,
  AccountHolders1763683200016,
  WebhookEvents1763683200018,
  Lists1763683200019,
  WebhooksOut1763683200020,
  EventsIn1763683200030,
  OldEvents1763683200031,
  ReleasedRests1763683200040,
  HoldersByMethod1763683200050,
  WhatPaid1763683200060,
  DisputeStates1763683200061,
  OrderCreditLines1763683200070,
  CollectionCompletion1763683200071,
  IdAccess1763683200080,
  Placements1763683200081,
  ChosenByHand1763683200082,
  KeyScopes1763683200090,
  EndedLogins1763683200100,
  VerifiedEvents1763683200110,
  RateLimitsByExpiry1763683200160,
  ListIndexes1763683200170,
  SearchIndexes1763683200171,
  SweepIndexes1763683200172,
  MoreListIndexes1763683200173,
  InviteCreators1763683200180,
  WebhookSender1763683200190,
  EventResources1763683200191,
  DeliveriesDue1763683200192,
  KeysOfStores1763683200200,
];

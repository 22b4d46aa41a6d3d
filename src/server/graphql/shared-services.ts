// What all operations of a process share.
import type { Context, PartnerCaller } from '../../domain/context.ts';
import type { ModelCache } from '../../domain/convert/model-cache.ts';
import type { Partner } from '../../domain/partner/partner.ts';
import type { TokenOwners } from '../../loading/cache/token-owners.ts';
import type { SharedLoading } from '../../loading/context.ts';
import type { OperationLimits } from '../../operation-limits.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import type { ForgetFor } from '../auth/forgetting.ts';
import type { Identify } from '../auth/identity.ts';
import type { CalendarIn } from '../auth/time-zones.ts';
import type { ViewBudget } from '../viewer-budget.ts';
import type { AnswerCache } from './answers/answer-cache.ts';
import type { Sending } from './sending.ts';
import type { TimeSlices } from './time-slices.ts';
import type { ViewerServices } from './viewer-services.ts';

/** What all operations of a process share. */
export interface SharedServices extends SharedLoading {
  /** Of each operation. */
  readonly limits: OperationLimits;
  /** Resolves when everything put into store tiers so far is written. */
  readonly flushed: () => Promise<void>;
  readonly viewBudget: ViewBudget;
  /** Of the clock: times the calls. */
  readonly elapsed: () => number;
  readonly identify: Identify;
  readonly slices: TimeSlices;
  readonly models: ModelCache;
  /** Answers that are repeated to whoever asks the same again. */
  readonly answers: AnswerCache;
  /** What the resolvers of the partner need; null without a store. */
  readonly partnerFor: (caller: PartnerCaller, sending: Sending) => Partner | null;
  readonly calendarIn: CalendarIn;
  readonly subscribeFor: (request: AuthenticationRequest) => Context['subscribe'];
  readonly viewerServices: ViewerServices;
  readonly forgetFor: ForgetFor;
  /** Whom tokens of callers' own have proved to belong to. */
  readonly tokenOwners: TokenOwners;
}

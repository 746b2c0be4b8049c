import type { Money } from '../../core/money';
import type { ServiceKind, ServiceStatus } from '../../domain/customer';
import type { Incident } from '../../domain/incident';
import type { LineReading, LineVerdict } from '../services/line-verdict';
import type { NewLine } from './billing';

/** A service as the system of record has it: ended ones too. Days are `YYYY-MM-DD`. */
export interface ServiceRecord {
  id: string;
  kind: ServiceKind;
  plan: string;
  price: Money;
  since: string;
  /** `ended` from the day after `endsOn`. */
  status: ServiceStatus;
  /** Its last day, once it was cancelled. */
  endsOn: string | null;
}

export interface PlanChange {
  customerId: string;
  /** Every service there was when the lines were worked out: if any is another way now, nothing is done. */
  seen: readonly ServiceRecord[];
  /** The one among them that changes; null to add a service. */
  from: ServiceRecord | null;
  to: { kind: ServiceKind; plan: string; price: Money };
  /** The last day of a new price lock; null to leave it as it is. */
  lockUntil: string | null;
  /** What the change puts on the next bill. */
  lines: readonly NewLine[];
  on: string;
}

/** What a plan change did. */
export interface ChangedPlan {
  serviceId: string;
  /** The plan it replaced; null where a service was added. */
  before: { plan: string; price: Money } | null;
}

export interface ServiceWrite {
  customerId: string;
  serviceId: string;
  lines: readonly NewLine[];
  on: string;
}

/** `changed`: it is not any more as it was when it was looked at. Nothing was done then. */
export type ServiceAnswer = { is: 'done' } | { is: 'changed' };
export type PlanAnswer = ({ is: 'done' } & ChangedPlan) | { is: 'changed' };

export interface LineTest extends LineReading {
  verdict: LineVerdict;
}

/** What tools ask of the system of record for services and the network. What belongs to another customer does not exist. */
export interface ServicesSystem {
  /** Every service there is or was, as of a day. */
  list(customerId: string, on: string): Promise<ServiceRecord[]>;
  /** What a plan change with this key did; null while there was none. */
  planChange(customerId: string, serviceId: string | null, key: string): Promise<ChangedPlan | null>;
  /** Changes or adds a plan. By key, once. */
  changePlan(change: PlanChange, key: string): Promise<PlanAnswer>;
  /** Puts the plan back that the change `key` replaced, or ends the service it added; takes its lines off the next bill. */
  undoPlanChange(undo: {
    customerId: string;
    serviceId: string;
    key: string;
    /** The plan that the change put there. */
    plan: string;
    /** Whether the change began a price lock, which ends with it. */
    lock: boolean;
    on: string;
  }): Promise<ServiceAnswer>;
  /** Brings a suspended or paused service back. By key, once. */
  restart(write: ServiceWrite, key: string): Promise<ServiceAnswer>;
  /** Has a service end after a day. By key, once. */
  cancel(write: ServiceWrite & { endsOn: string }, key: string): Promise<ServiceAnswer>;
  /** Keeps a service that the action `key` cancelled, while it has not ended; takes its lines off the next bill. */
  keep(keep: { customerId: string; serviceId: string; key: string; on: string }): Promise<ServiceAnswer>;
  /** Incidents that are not over. */
  incidents(now: Date): Promise<Incident[]>;
  /** Measures a fiber line and keeps the result; null where the service has no line. */
  testLine(customerId: string, serviceId: string, now: Date): Promise<LineTest | null>;
}

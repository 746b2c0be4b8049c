import type { z } from 'zod';
import type { partStatusSchema, visitKindSchema, visitStatusSchema } from '../../domain/customer';
import type { PricingPolicy } from '../../policies/compile-pricing';
import type { Slot, SlotTime, Wanted } from '../scheduling/free-slots';

export type VisitKind = z.infer<typeof visitKindSchema>;

/** A visit as the calendar has it. */
export interface Visit extends SlotTime {
  id: string;
  number: string;
  kind: VisitKind;
  status: z.infer<typeof visitStatusSchema>;
  /** In cents. */
  tripFee: number;
  technician: string | null;
  /** Keys of pricing.yaml. */
  model: string | null;
  symptom: string | null;
  part: { name: string; status: z.infer<typeof partStatusSchema>; expected: string | null } | null;
  /** The action that put it into the calendar; null where none did. */
  bookedBy: string | null;
}

export interface Booking extends SlotTime {
  customerId: string;
  wanted: Wanted;
  kind: VisitKind;
  model: string | null;
  symptom: string | null;
  /** In cents. */
  tripFee: number;
}

/** A visit and the slot it was in when somebody decided to change it. */
export interface Change {
  customerId: string;
  visitId: string;
  from: SlotTime;
}

export type Placed = { is: 'placed'; visit: Visit } | Full;
/** Nobody is free there; `next` are the first slots in which somebody is. */
export interface Full {
  is: 'full';
  next: Slot[];
}
/** The visit is not what it was when it was decided on, or the customer has none of that id; nothing was done. */
export interface Changed {
  is: 'changed';
}

/** What tools ask of the system of record for scheduling. `key` is of the action: see Systems. What belongs to another customer does not exist. */
export interface SchedulingSystem {
  /** Slots in which somebody is free, from an instant on, within so many days. */
  openSlots(pricing: PricingPolicy, wanted: Wanted, span: { from: Date; days: number }): Promise<Slot[]>;
  /** A visit by id or number. */
  findVisit(customerId: string, visit: string): Promise<Visit | null>;
  /** Books with whoever is free and nearest; the same key again answers with the visit it made. */
  book(pricing: PricingPolicy, booking: Booking, key: string): Promise<Placed>;
  /** Moves a booked visit; it keeps its number and its fee. Done already when it is booked there. */
  move(
    pricing: PricingPolicy,
    change: Change & { wanted: Wanted; to: SlotTime },
    key: string,
  ): Promise<Placed | Changed>;
  /** Cancels a booked visit. Done already when it is cancelled. */
  cancel(change: Change, key: string): Promise<{ is: 'cancelled'; visit: Visit } | Changed>;
  /** Books a cancelled visit again in the slot it had; `key` is now what put it into the calendar. */
  restore(
    pricing: PricingPolicy,
    change: Change & { wanted: Wanted },
    key: string,
  ): Promise<Placed | Changed>;
  /** Sets the trip fee of a visit from what it was, in cents. Done already when it is that. */
  setTripFee(
    change: { customerId: string; visitId: string; from: number; to: number },
    key: string,
  ): Promise<{ is: 'set'; visit: Visit } | Changed>;
}

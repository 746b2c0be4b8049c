import type { ReadTool, WriteTool } from '../domain/tool';
import type { ReadingTool, WritingTool } from './tool';
import { applyCredit } from './tools/apply-credit';
import { bookVisit } from './tools/book-visit';
import { cancelService } from './tools/cancel-service';
import { cancelVisit } from './tools/cancel-visit';
import { changePlan } from './tools/change-plan';
import { checkOutage } from './tools/check-outage';
import { checkPart } from './tools/check-part';
import { findSlots } from './tools/find-slots';
import { issueCoupon } from './tools/issue-coupon';
import { moveVisit } from './tools/move-visit';
import { quoteVisit } from './tools/quote-visit';
import { readAccount } from './tools/read-account';
import { readBill } from './tools/read-bill';
import { readOrder } from './tools/read-order';
import { refundCharge } from './tools/refund-charge';
import { resendConfirmation } from './tools/resend-confirmation';
import { reshipOrder } from './tools/reship-order';
import { restartService } from './tools/restart-service';
import { runLineTest } from './tools/run-line-test';
import { startReturn } from './tools/start-return';
import { trackShipment } from './tools/track-shipment';
import { updateContact } from './tools/update-contact';
import { waiveTripFee } from './tools/waive-trip-fee';

/** Every tool that changes an account. */
export const WRITING: Readonly<Record<WriteTool, WritingTool>> = {
  'apply-credit': applyCredit,
  'refund-charge': refundCharge,
  'resend-confirmation': resendConfirmation,
  'update-contact': updateContact,
  'issue-coupon': issueCoupon,
  'book-visit': bookVisit,
  'move-visit': moveVisit,
  'cancel-visit': cancelVisit,
  'waive-trip-fee': waiveTripFee,
  'reship-order': reshipOrder,
  'start-return': startReturn,
  'change-plan': changePlan,
  'restart-service': restartService,
  'cancel-service': cancelService,
};

/** Every tool that looks something up. */
export const READING: Readonly<Record<ReadTool, ReadingTool>> = {
  'read-account': readAccount,
  'read-bill': readBill,
  'check-part': checkPart,
  'find-slots': findSlots,
  'quote-visit': quoteVisit,
  'read-order': readOrder,
  'track-shipment': trackShipment,
  'check-outage': checkOutage,
  'run-line-test': runLineTest,
};

-- A rep may want no offers for a while.
ALTER TABLE "user" ADD COLUMN "quiet_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "offers_allowed" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "zip" TEXT;

-- AlterTable
ALTER TABLE "service" ADD COLUMN     "ends_on" DATE,
ADD COLUMN     "peak_mbps" INTEGER,
ADD COLUMN     "status" TEXT NOT NULL DEFAULT 'active',
ADD COLUMN     "usage_gb" INTEGER;

-- AlterTable
ALTER TABLE "charge" ADD COLUMN     "refunded_minor" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "action_id" TEXT,
ADD COLUMN     "charge_id" TEXT;

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "action_id" TEXT,
ADD COLUMN     "reship_of" TEXT;

-- AlterTable
ALTER TABLE "visit" ADD COLUMN     "action_id" TEXT,
ADD COLUMN     "model" TEXT,
ADD COLUMN     "part" TEXT,
ADD COLUMN     "part_expected" DATE,
ADD COLUMN     "part_status" TEXT,
ADD COLUMN     "symptom" TEXT,
ADD COLUMN     "technician_id" TEXT;

-- AlterTable
ALTER TABLE "credit" ADD COLUMN     "action_id" TEXT,
ADD COLUMN     "months" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reversed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "bill_line" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "on" DATE NOT NULL,
    "action_id" TEXT,
    "reversed_at" TIMESTAMPTZ(3),

    CONSTRAINT "bill_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipment" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "tracking" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "shipped_on" DATE,
    "expected" DATE,

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock" (
    "item" TEXT NOT NULL,
    "on_hand" INTEGER NOT NULL,

    CONSTRAINT "stock_pkey" PRIMARY KEY ("item")
);

-- CreateTable
CREATE TABLE "return_case" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "opened" DATE NOT NULL,
    "send_by" DATE NOT NULL,
    "action_id" TEXT,

    CONSTRAINT "return_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "technician" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "home_area" TEXT NOT NULL,
    "skills" TEXT[],
    "weekdays" INTEGER[],

    CONSTRAINT "technician_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "line" (
    "service_id" TEXT NOT NULL,
    "received_dbm" DOUBLE PRECISION,
    "loss_percent" DOUBLE PRECISION NOT NULL,
    "latency_ms" DOUBLE PRECISION NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "line_pkey" PRIMARY KEY ("service_id")
);

-- CreateTable
CREATE TABLE "line_test" (
    "id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_dbm" DOUBLE PRECISION,
    "loss_percent" DOUBLE PRECISION NOT NULL,
    "latency_ms" DOUBLE PRECISION NOT NULL,
    "verdict" TEXT NOT NULL,

    CONSTRAINT "line_test_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing_message" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "action_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outgoing_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_memory" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "replaced_by" TEXT,

    CONSTRAINT "customer_memory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "conversation_id" TEXT,
    "tool" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "effect" JSONB NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "requested_by_id" TEXT NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "request_key" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "origin_id" TEXT,
    "fault" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),
    "reverses_id" TEXT,

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" TEXT NOT NULL,
    "action_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "policy_hash" TEXT NOT NULL,
    "clauses" JSONB NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "action_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("action_id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "response" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("scope","key")
);

-- CreateTable
CREATE TABLE "offer_pool" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "budget_minor" INTEGER NOT NULL,
    "spent_minor" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "offer_pool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "offer_id" TEXT,
    "what" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_on" DATE NOT NULL,
    "redeemed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "action_id" TEXT,

    CONSTRAINT "coupon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_decision" (
    "id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "policy_hash" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "offers" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offer_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_response" (
    "id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "offer_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "response" TEXT NOT NULL,
    "reason" TEXT,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "presented_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "action_id" TEXT,

    CONSTRAINT "offer_response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_version" (
    "id" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "metrics" JSONB NOT NULL,
    "weights" JSONB NOT NULL,
    "trained_at" TIMESTAMPTZ(3) NOT NULL,
    "live_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cancel_outcome" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT,
    "features" JSONB NOT NULL,
    "left" BOOLEAN NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "cancel_outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_score" (
    "customer_id" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "drivers" JSONB NOT NULL,
    "model_version_id" TEXT NOT NULL,
    "called_at" TIMESTAMPTZ(3),
    "called_by_id" TEXT,
    "called_outcome" TEXT,

    CONSTRAINT "risk_score_pkey" PRIMARY KEY ("customer_id","on")
);

-- CreateIndex
CREATE UNIQUE INDEX "action_requested_by_id_request_key_key" ON "action"("requested_by_id", "request_key");

-- CreateIndex
CREATE INDEX "bill_line_customer_id_idx" ON "bill_line"("customer_id");

-- CreateIndex
CREATE INDEX "bill_line_action_id_idx" ON "bill_line"("action_id");

-- CreateIndex
CREATE UNIQUE INDEX "shipment_tracking_key" ON "shipment"("tracking");

-- CreateIndex
CREATE INDEX "shipment_order_id_idx" ON "shipment"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "return_case_number_key" ON "return_case"("number");

-- CreateIndex
CREATE UNIQUE INDEX "return_case_action_id_key" ON "return_case"("action_id");

-- CreateIndex
CREATE INDEX "return_case_order_id_idx" ON "return_case"("order_id");

-- CreateIndex
CREATE INDEX "line_test_service_id_at_idx" ON "line_test"("service_id", "at" DESC);

-- CreateIndex
CREATE INDEX "outgoing_message_state_at_idx" ON "outgoing_message"("state", "at");

-- CreateIndex
CREATE INDEX "outgoing_message_customer_id_at_idx" ON "outgoing_message"("customer_id", "at" DESC);

-- CreateIndex
CREATE INDEX "customer_memory_customer_id_key_idx" ON "customer_memory"("customer_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "action_reverses_id_key" ON "action"("reverses_id");

-- CreateIndex
CREATE INDEX "action_conversation_id_requested_at_idx" ON "action"("conversation_id", "requested_at");

-- CreateIndex
CREATE INDEX "action_customer_id_tool_requested_at_idx" ON "action"("customer_id", "tool", "requested_at");

-- CreateIndex
CREATE INDEX "action_requested_by_id_tool_requested_at_idx" ON "action"("requested_by_id", "tool", "requested_at");

-- CreateIndex
CREATE INDEX "action_state_requested_at_idx" ON "action"("state", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "approval_action_id_step_key" ON "approval"("action_id", "step");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_number_key" ON "receipt"("number");

-- CreateIndex
CREATE INDEX "idempotency_key_at_idx" ON "idempotency_key"("at");

-- CreateIndex
CREATE UNIQUE INDEX "offer_pool_title_month_key" ON "offer_pool"("title", "month");

-- CreateIndex
CREATE UNIQUE INDEX "coupon_code_key" ON "coupon"("code");

-- CreateIndex
CREATE UNIQUE INDEX "coupon_action_id_key" ON "coupon"("action_id");

-- CreateIndex
CREATE INDEX "coupon_customer_id_idx" ON "coupon"("customer_id");

-- CreateIndex
CREATE INDEX "offer_decision_conversation_id_at_idx" ON "offer_decision"("conversation_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "offer_response_action_id_key" ON "offer_response"("action_id");

-- CreateIndex
CREATE INDEX "offer_response_customer_id_presented_at_idx" ON "offer_response"("customer_id", "presented_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "offer_response_conversation_id_offer_id_key" ON "offer_response"("conversation_id", "offer_id");

-- CreateIndex
CREATE UNIQUE INDEX "model_version_model_version_key" ON "model_version"("model", "version");

-- CreateIndex
CREATE INDEX "cancel_outcome_on_idx" ON "cancel_outcome"("on");

-- CreateIndex
CREATE INDEX "risk_score_on_score_idx" ON "risk_score"("on", "score" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "payment_action_id_key" ON "payment"("action_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_action_id_key" ON "order"("action_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_action_id_key" ON "visit"("action_id");

-- CreateIndex
CREATE INDEX "visit_on_window_idx" ON "visit"("on", "window");

-- CreateIndex
CREATE UNIQUE INDEX "credit_action_id_key" ON "credit"("action_id");

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_technician_id_fkey" FOREIGN KEY ("technician_id") REFERENCES "technician"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bill_line" ADD CONSTRAINT "bill_line_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_case" ADD CONSTRAINT "return_case_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line" ADD CONSTRAINT "line_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_test" ADD CONSTRAINT "line_test_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "line"("service_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_memory" ADD CONSTRAINT "customer_memory_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "action"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon" ADD CONSTRAINT "coupon_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_decision" ADD CONSTRAINT "offer_decision_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_response" ADD CONSTRAINT "offer_response_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "offer_decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_response" ADD CONSTRAINT "offer_response_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_response" ADD CONSTRAINT "offer_response_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_score" ADD CONSTRAINT "risk_score_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must hold whatever the code does.
-- One technician has one visit in a window.
CREATE UNIQUE INDEX "visit_technician_window" ON "visit" ("technician_id", "on", "window") WHERE "status" = 'booked';
ALTER TABLE "stock" ADD CONSTRAINT "stock_not_below_nothing" CHECK ("on_hand" >= 0);
ALTER TABLE "offer_pool" ADD CONSTRAINT "offer_pool_not_overdrawn" CHECK ("spent_minor" BETWEEN 0 AND "budget_minor");
ALTER TABLE "charge" ADD CONSTRAINT "charge_not_refunded_twice" CHECK ("refunded_minor" BETWEEN 0 AND greatest("amount_minor", 0));
-- One save attempt in a conversation.
CREATE UNIQUE INDEX "offer_response_one_save_attempt" ON "offer_response" ("conversation_id") WHERE "kind" = 'retention';

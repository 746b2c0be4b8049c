-- DropIndex
DROP INDEX "knowledge_gap_intent_key";

-- AlterTable
ALTER TABLE "knowledge_gap" ADD COLUMN     "terms" TEXT[];

-- CreateTable
CREATE TABLE "knowledge_gap_example" (
    "gap_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "knowledge_gap_example_pkey" PRIMARY KEY ("gap_id","conversation_id")
);

-- CreateTable
CREATE TABLE "text_vector" (
    "model" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "text_vector_pkey" PRIMARY KEY ("model","hash")
);

-- CreateIndex
CREATE INDEX "knowledge_gap_example_conversation_id_idx" ON "knowledge_gap_example"("conversation_id");

-- CreateIndex
CREATE INDEX "text_vector_used_at_idx" ON "text_vector"("used_at");

-- CreateIndex
CREATE INDEX "knowledge_gap_intent_last_at_idx" ON "knowledge_gap"("intent", "last_at" DESC);

-- CreateIndex
CREATE INDEX "knowledge_gap_count_last_at_idx" ON "knowledge_gap"("count" DESC, "last_at" DESC);

-- AddForeignKey
ALTER TABLE "knowledge_gap_example" ADD CONSTRAINT "knowledge_gap_example_gap_id_fkey" FOREIGN KEY ("gap_id") REFERENCES "knowledge_gap"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_gap_example" ADD CONSTRAINT "knowledge_gap_example_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what prisma/schema.prisma has no words for.

-- Samples kept until now may hold personal data and have no terms to compare with: counting begins anew.
DELETE FROM "knowledge_gap";

-- Whoever changes an article, and by whatever means, every process hears of it.
CREATE FUNCTION "article_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cuedesk_article', '');
  RETURN NULL;
END $$;
CREATE TRIGGER "article_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "article"
  FOR EACH STATEMENT EXECUTE FUNCTION "article_changed"();

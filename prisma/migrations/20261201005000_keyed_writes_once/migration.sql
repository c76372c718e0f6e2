-- Which request holds the key, and when its first transaction that wrote was committed.
ALTER TABLE "keyed_answers" ADD COLUMN "claim" UUID, ADD COLUMN "done_at" TIMESTAMPTZ(3);

-- Counts what people did with it: whoever acts on it says which state they have seen.
ALTER TABLE "work_items" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;

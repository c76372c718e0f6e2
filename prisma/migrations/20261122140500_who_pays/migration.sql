-- A decision need not say what the municipality pays: the binding rules then decide by the client's means (S118-S120).
ALTER TABLE "decisions" ALTER COLUMN "municipality_percent" DROP NOT NULL;
ALTER TABLE "visits" DROP CONSTRAINT "visits_funding_check";
ALTER TABLE "visits" ADD CONSTRAINT "visits_funding_check"
  CHECK ((funding = 'decision') = (decision_id IS NOT NULL) AND (funding = 'episode') = (episode_id IS NOT NULL)
         AND (funding = 'decision' OR municipality_percent IS NULL) AND municipality_percent BETWEEN 0 AND 100);

-- What a relative's application for support says (S122, S127).
ALTER TABLE "informal_carers" ADD COLUMN "account_named" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "informal_carers" ADD COLUMN "signed_by" TEXT;
ALTER TABLE "informal_carers" ADD CONSTRAINT "informal_carers_signed_by_check"
  CHECK (signed_by IN ('client', 'representative', 'relative'));

-- What each plan knows of its visits: a draft that wants a visit otherwise no longer changes how the plan in force reads.
CREATE TABLE "plan_visits" (
    "provider_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "funding" "funding_kind" NOT NULL,
    "decision_id" UUID,
    "episode_id" UUID,
    "municipality_percent" SMALLINT,
    "tasks" TEXT[] NOT NULL,
    "duration_seconds" INTEGER NOT NULL,
    "profession" "profession" NOT NULL,
    "skills" TEXT[] NOT NULL,
    "staff_count" SMALLINT NOT NULL,
    "window_starts" TIMESTAMPTZ(0)[] NOT NULL,
    "window_ends" TIMESTAMPTZ(0)[] NOT NULL,
    "priority" SMALLINT NOT NULL,

    CONSTRAINT "plan_visits_pkey" PRIMARY KEY ("plan_id","visit_id")
);
CREATE INDEX "plan_visits_visit_id_idx" ON "plan_visits"("visit_id");
ALTER TABLE "plan_visits" ADD CONSTRAINT "plan_visits_provider_id_plan_id_fkey" FOREIGN KEY ("provider_id", "plan_id") REFERENCES "plans"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "plan_visits" ADD CONSTRAINT "plan_visits_provider_id_visit_id_fkey" FOREIGN KEY ("provider_id", "visit_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Plans made so far: as the visits read today.
INSERT INTO "plan_visits"
SELECT v.provider_id, p.plan_id, v.id, v.funding, v.decision_id, v.episode_id, v.municipality_percent, v.tasks, v.duration_seconds,
  v.profession, v.skills, v.staff_count, v.window_starts, v.window_ends, v.priority
FROM visits v JOIN (
  SELECT r.plan_id, a.visit_id FROM assignments a JOIN routes r ON r.id = a.route_id WHERE a.visit_id IS NOT NULL
  UNION SELECT plan_id, visit_id FROM unserved_visits
) p ON p.visit_id = v.id;

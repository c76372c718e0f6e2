-- CreateEnum
CREATE TYPE "profession" AS ENUM ('carer', 'nurse', 'feldsher', 'physio', 'physio_assistant', 'ergo', 'speech', 'podiatrist', 'van_crew', 'gp');

-- CreateEnum
CREATE TYPE "travel_mode" AS ENUM ('walk', 'bicycle', 'car', 'transit');

-- CreateEnum
CREATE TYPE "weekday" AS ENUM ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');

-- CreateEnum
CREATE TYPE "funder" AS ENUM ('municipality', 'client', 'state');

-- CreateEnum
CREATE TYPE "place_kind" AS ENUM ('office', 'laboratory', 'pharmacy', 'shop', 'garage', 'other');

-- CreateEnum
CREATE TYPE "sex" AS ENUM ('female', 'male', 'other');

-- CreateEnum
CREATE TYPE "consent_direction" AS ENUM ('social_to_health', 'health_to_social');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('mild', 'moderate', 'severe', 'very_severe');

-- CreateEnum
CREATE TYPE "start_kind" AS ENUM ('home', 'office');

-- CreateEnum
CREATE TYPE "absence_kind" AS ENUM ('sick', 'holiday', 'training', 'other');

-- CreateEnum
CREATE TYPE "equipment_kind" AS ENUM ('bath_van', 'car', 'wheelchair_van', 'hoist', 'foot_care_kit', 'other');

-- CreateEnum
CREATE TYPE "decision_form" AS ENUM ('provider', 'informal_carer', 'self_paid');

-- CreateEnum
CREATE TYPE "grant_period" AS ENUM ('week', 'month');

-- CreateEnum
CREATE TYPE "referral_kind" AS ENUM ('chronic_mobility', 'post_surgery', 'rehab');

-- CreateEnum
CREATE TYPE "issuer_role" AS ENUM ('gp', 'rehab_doctor', 'hospital_doctor');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('continue', 'stop');

-- CreateEnum
CREATE TYPE "preference_kind" AS ENUM ('preferred', 'required', 'excluded');

-- CreateEnum
CREATE TYPE "funding_kind" AS ENUM ('decision', 'episode', 'private');

-- CreateEnum
CREATE TYPE "link_effect" AS ENUM ('joined', 'parted', 'ordered');

-- CreateEnum
CREATE TYPE "link_served" AS ENUM ('ifBoth', 'together', 'afterNeedsBefore', 'beforeNeedsAfter');

-- CreateEnum
CREATE TYPE "plan_status" AS ENUM ('requested', 'running', 'draft', 'published', 'superseded', 'failed');

-- CreateEnum
CREATE TYPE "stop_kind" AS ENUM ('visit', 'break');

-- CreateEnum
CREATE TYPE "execution_event_kind" AS ENUM ('checked_in', 'checked_out', 'task_done', 'task_not_done', 'visit_refused', 'client_absent', 'client_in_hospital', 'note');

-- CreateEnum
CREATE TYPE "ledger_kind" AS ENUM ('granted', 'planned', 'delivered', 'billed');

-- CreateEnum
CREATE TYPE "account_role" AS ENUM ('coordinator', 'manager', 'administrator', 'staff');

-- CreateEnum
CREATE TYPE "account_language" AS ENUM ('lv', 'en', 'ru');

-- CreateTable
CREATE TABLE "providers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timezone" TEXT NOT NULL DEFAULT 'Europe/Riga',
    "phone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "providers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipalities" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "provides_home_care" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "municipalities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "places" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "kind" "place_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "places_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clients" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "municipality_id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "birth_date" DATE,
    "sex" "sex",
    "phone" TEXT,
    "languages" TEXT[],
    "declared_address" TEXT NOT NULL,
    "actual_address" TEXT NOT NULL,
    "neighbourhood" TEXT,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "lives_alone" BOOLEAN NOT NULL,
    "floor" SMALLINT,
    "lift" BOOLEAN,
    "door_code" TEXT,
    "key_note" TEXT,
    "access_note" TEXT,
    "warm_water" BOOLEAN NOT NULL,
    "bath_or_shower" BOOLEAN NOT NULL,
    "stove_heating" BOOLEAN NOT NULL,
    "flags" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "informal_carers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "phone" TEXT,
    "tasks" TEXT[],
    "weekdays" "weekday"[],
    "from_time" TEXT,
    "to_time" TEXT,
    "minutes_per_week" INTEGER NOT NULL,
    "paid_by_municipality" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "informal_carers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "direction" "consent_direction" NOT NULL,
    "scope" TEXT NOT NULL,
    "given_on" DATE NOT NULL,
    "valid_to" DATE,
    "withdrawn_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "barthel_scores" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "assessed_on" DATE NOT NULL,
    "form" TEXT NOT NULL,
    "score" SMALLINT NOT NULL,
    "items" SMALLINT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "barthel_scores_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificates" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "issued_on" DATE NOT NULL,
    "valid_to" DATE,
    "issued_by" TEXT NOT NULL,
    "severity" "severity" NOT NULL,
    "tuberculosis" BOOLEAN NOT NULL,
    "acute_infection" BOOLEAN NOT NULL,
    "sexually_transmitted" BOOLEAN NOT NULL,
    "recommendation" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_members" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "professions" "profession"[],
    "skills" TEXT[],
    "languages" TEXT[],
    "travel_mode" "travel_mode" NOT NULL,
    "start_latitude" DOUBLE PRECISION NOT NULL,
    "start_longitude" DOUBLE PRECISION NOT NULL,
    "start_kind" "start_kind" NOT NULL,
    "contract_minutes_per_week" INTEGER NOT NULL,
    "summarised_time" BOOLEAN NOT NULL,
    "employed_from" DATE NOT NULL,
    "employed_to" DATE,
    "neighbourhood" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "qualifications" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "qualifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shifts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "start_time" TEXT NOT NULL,
    "end_time" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(0) NOT NULL,
    "ends_at" TIMESTAMPTZ(0) NOT NULL,
    "break_minutes" INTEGER NOT NULL,
    "vehicle_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shifts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absences" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "kind" "absence_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "absences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "equipment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "kind" "equipment_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "crew" SMALLINT NOT NULL,
    "uses_before_refill" SMALLINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "equipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "certificate_id" UUID,
    "decided_on" DATE NOT NULL,
    "decided_by" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "ended_on" DATE,
    "form" "decision_form" NOT NULL,
    "permanent" BOOLEAN NOT NULL,
    "care_level" SMALLINT,
    "granted_minutes" INTEGER NOT NULL,
    "granted_per" "grant_period" NOT NULL,
    "tasks" TEXT[],
    "municipality_percent" SMALLINT NOT NULL,
    "rule_set" TEXT,
    "replaces_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prices" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "municipality_id" UUID,
    "payer" "funder" NOT NULL,
    "cents_per_hour" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referrals" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "kind" "referral_kind" NOT NULL,
    "issued_on" DATE NOT NULL,
    "issuer_role" "issuer_role" NOT NULL,
    "issuer" TEXT NOT NULL,
    "care_diagnosis" TEXT NOT NULL,
    "mobility_diagnosis" TEXT,
    "onset_on" DATE,
    "discharged_on" DATE,
    "orders" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "referrals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "episodes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "referral_id" UUID NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "main_tasks" TEXT[],
    "additional_tasks" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "episodes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "episode_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opinions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "episode_id" UUID NOT NULL,
    "given_on" DATE NOT NULL,
    "verdict" "verdict" NOT NULL,
    "given_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opinions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_patterns" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "decision_id" UUID,
    "episode_id" UUID,
    "tasks" TEXT[],
    "duration_minutes" INTEGER NOT NULL,
    "profession" "profession" NOT NULL,
    "skills" TEXT[],
    "staff_count" SMALLINT NOT NULL,
    "weekdays" "weekday"[],
    "times_per_week" SMALLINT,
    "min_days_between" SMALLINT NOT NULL,
    "every_weeks" SMALLINT NOT NULL,
    "windows" JSONB NOT NULL,
    "priority" SMALLINT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "paused_from" DATE,
    "paused_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_patterns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preferences" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" "preference_kind" NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "preferences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visits" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "pattern_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "funding" "funding_kind" NOT NULL,
    "decision_id" UUID,
    "episode_id" UUID,
    "municipality_percent" SMALLINT,
    "tasks" TEXT[],
    "duration_seconds" INTEGER NOT NULL,
    "profession" "profession" NOT NULL,
    "skills" TEXT[],
    "staff_count" SMALLINT NOT NULL,
    "window_starts" TIMESTAMPTZ(0)[],
    "window_ends" TIMESTAMPTZ(0)[],
    "priority" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_parts" (
    "provider_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "part" SMALLINT NOT NULL,
    "duration_seconds" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_parts_pkey" PRIMARY KEY ("visit_id","part")
);

-- CreateTable
CREATE TABLE "plans" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status" "plan_status" NOT NULL DEFAULT 'requested',
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "seconds" INTEGER NOT NULL,
    "threads" SMALLINT NOT NULL,
    "seed" INTEGER NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "requested_by" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,
    "progress" JSONB,
    "failure" TEXT,
    "figures" JSONB,
    "cost" DOUBLE PRECISION,
    "cost_parts" JSONB,
    "iterations" BIGINT,
    "search_seconds" DOUBLE PRECISION,
    "warnings" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_days" (
    "provider_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "published" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "plan_days_pkey" PRIMARY KEY ("plan_id","date")
);

-- CreateTable
CREATE TABLE "routes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "shift_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "shift_start" TIMESTAMPTZ(0) NOT NULL,
    "shift_end" TIMESTAMPTZ(0) NOT NULL,
    "departure" TIMESTAMPTZ(0) NOT NULL,
    "return" TIMESTAMPTZ(0) NOT NULL,
    "travel_seconds" INTEGER NOT NULL,
    "waiting_seconds" INTEGER NOT NULL,
    "service_seconds" INTEGER NOT NULL,

    CONSTRAINT "routes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "provider_id" UUID NOT NULL,
    "route_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" "stop_kind" NOT NULL,
    "visit_id" UUID,
    "part" SMALLINT,
    "break_id" TEXT,
    "arrival" TIMESTAMPTZ(0) NOT NULL,
    "starts_at" TIMESTAMPTZ(0) NOT NULL,
    "ends_at" TIMESTAMPTZ(0) NOT NULL,
    "published" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("route_id","position")
);

-- CreateTable
CREATE TABLE "unserved_visits" (
    "provider_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "unserved_visits_pkey" PRIMARY KEY ("plan_id","visit_id")
);

-- CreateTable
CREATE TABLE "visit_links" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "before_id" UUID NOT NULL,
    "after_id" UUID NOT NULL,
    "effect" "link_effect" NOT NULL,
    "gaps" JSONB NOT NULL,
    "served" "link_served" NOT NULL,
    "rules" TEXT[],

    CONSTRAINT "visit_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "execution_events" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "client_event_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" "execution_event_kind" NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "accuracy_metres" DOUBLE PRECISION,
    "task" TEXT,
    "reason" TEXT,
    "note" TEXT,

    CONSTRAINT "execution_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_lines" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "kind" "ledger_kind" NOT NULL,
    "funder" "funder" NOT NULL,
    "date" DATE NOT NULL,
    "client_id" UUID NOT NULL,
    "decision_id" UUID,
    "episode_id" UUID,
    "visit_id" UUID,
    "price_id" UUID,
    "minutes" INTEGER NOT NULL,
    "cents" INTEGER NOT NULL,
    "cause" TEXT,
    "corrects_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" BIGSERIAL NOT NULL,
    "provider_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_records" (
    "id" BIGSERIAL NOT NULL,
    "provider_id" UUID NOT NULL,
    "plan_id" UUID,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "account_role" NOT NULL,
    "language" "account_language" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "staff_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "travel_times" (
    "source" TEXT NOT NULL,
    "mode" "travel_mode" NOT NULL,
    "from_cell" BIGINT NOT NULL,
    "to_cell" BIGINT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "cached_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "travel_times_pkey" PRIMARY KEY ("source","mode","from_cell","to_cell")
);

-- CreateIndex
CREATE UNIQUE INDEX "providers_code_key" ON "providers"("code");

-- CreateIndex
CREATE UNIQUE INDEX "municipalities_provider_id_external_id_key" ON "municipalities"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "municipalities_provider_id_id_key" ON "municipalities"("provider_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "places_provider_id_external_id_key" ON "places"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "clients_provider_id_municipality_id_idx" ON "clients"("provider_id", "municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "clients_provider_id_external_id_key" ON "clients"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "clients_provider_id_id_key" ON "clients"("provider_id", "id");

-- CreateIndex
CREATE INDEX "informal_carers_client_id_idx" ON "informal_carers"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "informal_carers_provider_id_external_id_key" ON "informal_carers"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "consents_client_id_idx" ON "consents"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "consents_provider_id_external_id_key" ON "consents"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "barthel_scores_client_id_assessed_on_idx" ON "barthel_scores"("client_id", "assessed_on");

-- CreateIndex
CREATE UNIQUE INDEX "barthel_scores_provider_id_external_id_key" ON "barthel_scores"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "certificates_client_id_issued_on_idx" ON "certificates"("client_id", "issued_on");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_provider_id_external_id_key" ON "certificates"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_provider_id_id_key" ON "certificates"("provider_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_members_provider_id_external_id_key" ON "staff_members"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_members_provider_id_id_key" ON "staff_members"("provider_id", "id");

-- CreateIndex
CREATE INDEX "qualifications_staff_id_idx" ON "qualifications"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "qualifications_provider_id_external_id_key" ON "qualifications"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "shifts_provider_id_date_idx" ON "shifts"("provider_id", "date");

-- CreateIndex
CREATE UNIQUE INDEX "shifts_provider_id_external_id_key" ON "shifts"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "shifts_provider_id_id_key" ON "shifts"("provider_id", "id");

-- CreateIndex
CREATE INDEX "absences_provider_id_from_date_idx" ON "absences"("provider_id", "from_date");

-- CreateIndex
CREATE INDEX "absences_staff_id_idx" ON "absences"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "absences_provider_id_external_id_key" ON "absences"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "equipment_provider_id_external_id_key" ON "equipment"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "equipment_provider_id_id_key" ON "equipment"("provider_id", "id");

-- CreateIndex
CREATE INDEX "decisions_client_id_idx" ON "decisions"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_provider_id_external_id_key" ON "decisions"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_provider_id_id_key" ON "decisions"("provider_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "prices_provider_id_external_id_key" ON "prices"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "prices_provider_id_id_key" ON "prices"("provider_id", "id");

-- CreateIndex
CREATE INDEX "referrals_client_id_idx" ON "referrals"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "referrals_provider_id_external_id_key" ON "referrals"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "referrals_provider_id_id_key" ON "referrals"("provider_id", "id");

-- CreateIndex
CREATE INDEX "episodes_referral_id_idx" ON "episodes"("referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "episodes_provider_id_external_id_key" ON "episodes"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "episodes_provider_id_id_key" ON "episodes"("provider_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "terms_provider_id_external_id_key" ON "terms"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "opinions_episode_id_idx" ON "opinions"("episode_id");

-- CreateIndex
CREATE UNIQUE INDEX "opinions_provider_id_external_id_key" ON "opinions"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "visit_patterns_client_id_idx" ON "visit_patterns"("client_id");

-- CreateIndex
CREATE INDEX "visit_patterns_provider_id_valid_from_idx" ON "visit_patterns"("provider_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "visit_patterns_provider_id_external_id_key" ON "visit_patterns"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_patterns_provider_id_id_key" ON "visit_patterns"("provider_id", "id");

-- CreateIndex
CREATE INDEX "preferences_client_id_idx" ON "preferences"("client_id");

-- CreateIndex
CREATE INDEX "preferences_staff_id_idx" ON "preferences"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "preferences_provider_id_external_id_key" ON "preferences"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "visits_provider_id_date_idx" ON "visits"("provider_id", "date");

-- CreateIndex
CREATE INDEX "visits_client_id_date_idx" ON "visits"("client_id", "date");

-- CreateIndex
CREATE UNIQUE INDEX "visits_provider_id_key_key" ON "visits"("provider_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "visits_provider_id_id_key" ON "visits"("provider_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_parts_provider_id_visit_id_part_key" ON "visit_parts"("provider_id", "visit_id", "part");

-- CreateIndex
CREATE UNIQUE INDEX "plans_provider_id_version_key" ON "plans"("provider_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "plans_provider_id_id_key" ON "plans"("provider_id", "id");

-- CreateIndex
CREATE INDEX "routes_plan_id_date_idx" ON "routes"("plan_id", "date");

-- CreateIndex
CREATE INDEX "routes_staff_id_date_idx" ON "routes"("staff_id", "date");

-- CreateIndex
CREATE UNIQUE INDEX "routes_plan_id_shift_id_key" ON "routes"("plan_id", "shift_id");

-- CreateIndex
CREATE UNIQUE INDEX "routes_provider_id_id_staff_id_key" ON "routes"("provider_id", "id", "staff_id");

-- CreateIndex
CREATE INDEX "assignments_visit_id_idx" ON "assignments"("visit_id");

-- CreateIndex
CREATE INDEX "unserved_visits_visit_id_idx" ON "unserved_visits"("visit_id");

-- CreateIndex
CREATE INDEX "visit_links_plan_id_idx" ON "visit_links"("plan_id");

-- CreateIndex
CREATE INDEX "visit_links_before_id_idx" ON "visit_links"("before_id");

-- CreateIndex
CREATE INDEX "visit_links_after_id_idx" ON "visit_links"("after_id");

-- CreateIndex
CREATE INDEX "execution_events_visit_id_idx" ON "execution_events"("visit_id");

-- CreateIndex
CREATE INDEX "execution_events_staff_id_occurred_at_idx" ON "execution_events"("staff_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "execution_events_provider_id_client_event_id_key" ON "execution_events"("provider_id", "client_event_id");

-- CreateIndex
CREATE INDEX "ledger_lines_provider_id_date_kind_idx" ON "ledger_lines"("provider_id", "date", "kind");

-- CreateIndex
CREATE INDEX "ledger_lines_client_id_date_idx" ON "ledger_lines"("client_id", "date");

-- CreateIndex
CREATE INDEX "ledger_lines_decision_id_date_idx" ON "ledger_lines"("decision_id", "date");

-- CreateIndex
CREATE INDEX "ledger_lines_episode_id_date_idx" ON "ledger_lines"("episode_id", "date");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_lines_provider_id_id_key" ON "ledger_lines"("provider_id", "id");

-- CreateIndex
CREATE INDEX "audit_entries_provider_id_at_idx" ON "audit_entries"("provider_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_subject_id_idx" ON "audit_entries"("subject_id");

-- CreateIndex
CREATE INDEX "outbox_records_plan_id_idx" ON "outbox_records"("plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts"("email");

-- CreateIndex
CREATE INDEX "accounts_provider_id_idx" ON "accounts"("provider_id");

-- CreateIndex
CREATE INDEX "sessions_account_id_idx" ON "sessions"("account_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- AddForeignKey
ALTER TABLE "municipalities" ADD CONSTRAINT "municipalities_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "places" ADD CONSTRAINT "places_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clients" ADD CONSTRAINT "clients_provider_id_municipality_id_fkey" FOREIGN KEY ("provider_id", "municipality_id") REFERENCES "municipalities"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "informal_carers" ADD CONSTRAINT "informal_carers_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "barthel_scores" ADD CONSTRAINT "barthel_scores_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_members" ADD CONSTRAINT "staff_members_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_provider_id_staff_id_fkey" FOREIGN KEY ("provider_id", "staff_id") REFERENCES "staff_members"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_provider_id_staff_id_fkey" FOREIGN KEY ("provider_id", "staff_id") REFERENCES "staff_members"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_provider_id_vehicle_id_fkey" FOREIGN KEY ("provider_id", "vehicle_id") REFERENCES "equipment"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absences" ADD CONSTRAINT "absences_provider_id_staff_id_fkey" FOREIGN KEY ("provider_id", "staff_id") REFERENCES "staff_members"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "equipment" ADD CONSTRAINT "equipment_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_provider_id_municipality_id_fkey" FOREIGN KEY ("provider_id", "municipality_id") REFERENCES "municipalities"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_provider_id_certificate_id_fkey" FOREIGN KEY ("provider_id", "certificate_id") REFERENCES "certificates"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_provider_id_replaces_id_fkey" FOREIGN KEY ("provider_id", "replaces_id") REFERENCES "decisions"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prices" ADD CONSTRAINT "prices_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prices" ADD CONSTRAINT "prices_provider_id_municipality_id_fkey" FOREIGN KEY ("provider_id", "municipality_id") REFERENCES "municipalities"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episodes" ADD CONSTRAINT "episodes_provider_id_referral_id_fkey" FOREIGN KEY ("provider_id", "referral_id") REFERENCES "referrals"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms" ADD CONSTRAINT "terms_provider_id_episode_id_fkey" FOREIGN KEY ("provider_id", "episode_id") REFERENCES "episodes"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_provider_id_episode_id_fkey" FOREIGN KEY ("provider_id", "episode_id") REFERENCES "episodes"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_patterns" ADD CONSTRAINT "visit_patterns_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_patterns" ADD CONSTRAINT "visit_patterns_provider_id_decision_id_fkey" FOREIGN KEY ("provider_id", "decision_id") REFERENCES "decisions"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_patterns" ADD CONSTRAINT "visit_patterns_provider_id_episode_id_fkey" FOREIGN KEY ("provider_id", "episode_id") REFERENCES "episodes"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_provider_id_staff_id_fkey" FOREIGN KEY ("provider_id", "staff_id") REFERENCES "staff_members"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_provider_id_pattern_id_fkey" FOREIGN KEY ("provider_id", "pattern_id") REFERENCES "visit_patterns"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_provider_id_decision_id_fkey" FOREIGN KEY ("provider_id", "decision_id") REFERENCES "decisions"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_provider_id_episode_id_fkey" FOREIGN KEY ("provider_id", "episode_id") REFERENCES "episodes"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_parts" ADD CONSTRAINT "visit_parts_provider_id_visit_id_fkey" FOREIGN KEY ("provider_id", "visit_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plans" ADD CONSTRAINT "plans_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_days" ADD CONSTRAINT "plan_days_provider_id_plan_id_fkey" FOREIGN KEY ("provider_id", "plan_id") REFERENCES "plans"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routes" ADD CONSTRAINT "routes_provider_id_plan_id_fkey" FOREIGN KEY ("provider_id", "plan_id") REFERENCES "plans"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routes" ADD CONSTRAINT "routes_provider_id_shift_id_fkey" FOREIGN KEY ("provider_id", "shift_id") REFERENCES "shifts"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routes" ADD CONSTRAINT "routes_provider_id_staff_id_fkey" FOREIGN KEY ("provider_id", "staff_id") REFERENCES "staff_members"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_provider_id_route_id_staff_id_fkey" FOREIGN KEY ("provider_id", "route_id", "staff_id") REFERENCES "routes"("provider_id", "id", "staff_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_provider_id_visit_id_part_fkey" FOREIGN KEY ("provider_id", "visit_id", "part") REFERENCES "visit_parts"("provider_id", "visit_id", "part") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unserved_visits" ADD CONSTRAINT "unserved_visits_provider_id_plan_id_fkey" FOREIGN KEY ("provider_id", "plan_id") REFERENCES "plans"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unserved_visits" ADD CONSTRAINT "unserved_visits_provider_id_visit_id_fkey" FOREIGN KEY ("provider_id", "visit_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_links" ADD CONSTRAINT "visit_links_provider_id_plan_id_fkey" FOREIGN KEY ("provider_id", "plan_id") REFERENCES "plans"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_links" ADD CONSTRAINT "visit_links_provider_id_before_id_fkey" FOREIGN KEY ("provider_id", "before_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_links" ADD CONSTRAINT "visit_links_provider_id_after_id_fkey" FOREIGN KEY ("provider_id", "after_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "execution_events" ADD CONSTRAINT "execution_events_provider_id_visit_id_fkey" FOREIGN KEY ("provider_id", "visit_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "execution_events" ADD CONSTRAINT "execution_events_provider_id_staff_id_fkey" FOREIGN KEY ("provider_id", "staff_id") REFERENCES "staff_members"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_provider_id_decision_id_fkey" FOREIGN KEY ("provider_id", "decision_id") REFERENCES "decisions"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_provider_id_episode_id_fkey" FOREIGN KEY ("provider_id", "episode_id") REFERENCES "episodes"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_provider_id_visit_id_fkey" FOREIGN KEY ("provider_id", "visit_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_provider_id_price_id_fkey" FOREIGN KEY ("provider_id", "price_id") REFERENCES "prices"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_provider_id_corrects_id_fkey" FOREIGN KEY ("provider_id", "corrects_id") REFERENCES "ledger_lines"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_records" ADD CONSTRAINT "outbox_records_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_records" ADD CONSTRAINT "outbox_records_provider_id_plan_id_fkey" FOREIGN KEY ("provider_id", "plan_id") REFERENCES "plans"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_provider_id_staff_id_fkey" FOREIGN KEY ("provider_id", "staff_id") REFERENCES "staff_members"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------
-- From here on by hand: what the database forbids and Prisma cannot say.
-- ---------------------------------------------------------------------------

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Lists may be empty, never null.
DO $$
DECLARE target record;
BEGIN
  FOR target IN
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND data_type = 'ARRAY' AND table_name NOT LIKE '\_prisma%'
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET NOT NULL', target.table_name, target.column_name);
  END LOOP;
END $$;

-- Positions in degrees.
ALTER TABLE places ADD CONSTRAINT places_position_check
  CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);
ALTER TABLE clients ADD CONSTRAINT clients_position_check
  CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);
ALTER TABLE staff_members ADD CONSTRAINT staff_members_position_check
  CHECK (start_latitude BETWEEN -90 AND 90 AND start_longitude BETWEEN -180 AND 180);
ALTER TABLE equipment ADD CONSTRAINT equipment_position_check
  CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180 AND (latitude IS NULL) = (longitude IS NULL));
ALTER TABLE execution_events ADD CONSTRAINT execution_events_position_check
  CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180 AND (latitude IS NULL) = (longitude IS NULL) AND accuracy_metres >= 0);

-- Validity ranges: both days count.
ALTER TABLE consents ADD CONSTRAINT consents_days_check CHECK (valid_to >= given_on AND withdrawn_on >= given_on);
ALTER TABLE certificates ADD CONSTRAINT certificates_days_check CHECK (valid_to >= issued_on);
ALTER TABLE staff_members ADD CONSTRAINT staff_members_days_check CHECK (employed_to >= employed_from);
ALTER TABLE qualifications ADD CONSTRAINT qualifications_days_check CHECK (valid_to >= valid_from);
ALTER TABLE absences ADD CONSTRAINT absences_days_check CHECK (to_date >= from_date);
ALTER TABLE decisions ADD CONSTRAINT decisions_days_check CHECK (valid_to >= valid_from);
ALTER TABLE prices ADD CONSTRAINT prices_days_check CHECK (valid_to >= valid_from);
ALTER TABLE episodes ADD CONSTRAINT episodes_days_check CHECK (ended_on >= started_on);
ALTER TABLE terms ADD CONSTRAINT terms_days_check CHECK (ends_on >= starts_on);
ALTER TABLE visit_patterns ADD CONSTRAINT visit_patterns_days_check
  CHECK (valid_to >= valid_from AND paused_to >= paused_from AND (paused_to IS NULL OR paused_from IS NOT NULL));
ALTER TABLE plans ADD CONSTRAINT plans_days_check CHECK (to_date >= from_date);

-- Wall-clock times HH:MM; 24:00 ends a day and never begins anything.
ALTER TABLE informal_carers ADD CONSTRAINT informal_carers_times_check
  CHECK (from_time ~ '^([01]\d|2[0-3]):[0-5]\d$' AND to_time ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$');
ALTER TABLE shifts ADD CONSTRAINT shifts_times_check
  CHECK (start_time ~ '^([01]\d|2[0-3]):[0-5]\d$' AND end_time ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$'
         AND starts_at < ends_at AND ends_at - starts_at <= interval '25 hours');

-- Amounts.
ALTER TABLE informal_carers ADD CONSTRAINT informal_carers_minutes_check CHECK (minutes_per_week BETWEEN 0 AND 44640);
ALTER TABLE barthel_scores ADD CONSTRAINT barthel_scores_score_check
  CHECK (form IN ('lv_0_20', '0_100') AND score BETWEEN 0 AND CASE form WHEN 'lv_0_20' THEN 20 ELSE 100 END AND cardinality(items) <= 10);
ALTER TABLE staff_members ADD CONSTRAINT staff_members_professions_check CHECK (cardinality(professions) > 0);
ALTER TABLE staff_members ADD CONSTRAINT staff_members_contract_check CHECK (contract_minutes_per_week >= 0);
ALTER TABLE shifts ADD CONSTRAINT shifts_break_check CHECK (break_minutes BETWEEN 0 AND 180);
ALTER TABLE equipment ADD CONSTRAINT equipment_amounts_check CHECK (crew BETWEEN 0 AND 5 AND uses_before_refill BETWEEN 1 AND 100);
ALTER TABLE decisions ADD CONSTRAINT decisions_amounts_check
  CHECK (municipality_percent BETWEEN 0 AND 100 AND granted_minutes BETWEEN 0 AND 44640 AND care_level BETWEEN 1 AND 4);
ALTER TABLE decisions ADD CONSTRAINT decisions_replaces_check CHECK (replaces_id <> id);
ALTER TABLE prices ADD CONSTRAINT prices_amount_check CHECK (cents_per_hour >= 0);
ALTER TABLE visit_patterns ADD CONSTRAINT visit_patterns_funding_check CHECK (num_nonnulls(decision_id, episode_id) <= 1);
ALTER TABLE visit_patterns ADD CONSTRAINT visit_patterns_amounts_check
  CHECK (duration_minutes BETWEEN 5 AND 720 AND staff_count BETWEEN 1 AND 3 AND times_per_week BETWEEN 1 AND 7
         AND min_days_between BETWEEN 1 AND 6 AND every_weeks BETWEEN 1 AND 52 AND priority BETWEEN 1 AND 5
         AND jsonb_typeof(windows) = 'array');
ALTER TABLE visits ADD CONSTRAINT visits_amounts_check
  CHECK (duration_seconds > 0 AND staff_count BETWEEN 1 AND 3 AND ordinal >= 0 AND priority BETWEEN 1 AND 5
         AND cardinality(window_starts) = cardinality(window_ends));
ALTER TABLE visits ADD CONSTRAINT visits_funding_check
  CHECK ((funding = 'decision') = (decision_id IS NOT NULL) AND (funding = 'episode') = (episode_id IS NOT NULL)
         AND (funding = 'decision') = (municipality_percent IS NOT NULL) AND municipality_percent BETWEEN 0 AND 100);
ALTER TABLE visit_parts ADD CONSTRAINT visit_parts_amounts_check CHECK (part >= 1 AND duration_seconds > 0);
ALTER TABLE plans ADD CONSTRAINT plans_amounts_check CHECK (version >= 1 AND seconds >= 1 AND threads >= 1 AND to_date - from_date <= 30);
ALTER TABLE plans ADD CONSTRAINT plans_status_check
  CHECK (CASE status WHEN 'requested' THEN finished_at IS NULL WHEN 'running' THEN finished_at IS NULL AND started_at IS NOT NULL
         WHEN 'failed' THEN failure IS NOT NULL AND finished_at IS NOT NULL
         WHEN 'draft' THEN figures IS NOT NULL AND finished_at IS NOT NULL ELSE figures IS NOT NULL AND published_at IS NOT NULL END);
ALTER TABLE routes ADD CONSTRAINT routes_times_check
  CHECK (departure <= return AND shift_start < shift_end AND travel_seconds >= 0 AND waiting_seconds >= 0 AND service_seconds >= 0);
ALTER TABLE assignments ADD CONSTRAINT assignments_times_check CHECK (arrival <= starts_at AND starts_at <= ends_at);
ALTER TABLE assignments ADD CONSTRAINT assignments_kind_check
  CHECK (CASE kind WHEN 'visit' THEN num_nonnulls(visit_id, part) = 2 AND break_id IS NULL
         ELSE num_nonnulls(visit_id, part) = 0 AND break_id IS NOT NULL END);
ALTER TABLE visit_links ADD CONSTRAINT visit_links_pair_check CHECK (before_id <> after_id AND jsonb_typeof(gaps) = 'array');
ALTER TABLE accounts ADD CONSTRAINT accounts_email_check CHECK (email = lower(email));
ALTER TABLE accounts ADD CONSTRAINT accounts_password_hash_check CHECK (password_hash LIKE '$argon2id$%');
ALTER TABLE travel_times ADD CONSTRAINT travel_times_seconds_check CHECK (seconds >= 0);

-- Nobody is rostered twice at once. Deferrable: a statement may exchange two shifts.
ALTER TABLE shifts ADD CONSTRAINT shifts_never_overlap
  EXCLUDE USING gist (staff_id WITH =, tstzrange(starts_at, ends_at) WITH &&) DEFERRABLE INITIALLY IMMEDIATE;

-- The terms of an episode follow one another.
ALTER TABLE terms ADD CONSTRAINT terms_never_overlap
  EXCLUDE USING gist (episode_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) DEFERRABLE INITIALLY IMMEDIATE;

-- One price a day for what one payer pays in one municipality (or wherever none has its own).
ALTER TABLE prices ADD CONSTRAINT prices_never_overlap
  EXCLUDE USING gist (provider_id WITH =, payer WITH =, coalesce(municipality_id, '00000000-0000-0000-0000-000000000000') WITH =,
                      daterange(valid_from, valid_to, '[]') WITH &&) DEFERRABLE INITIALLY IMMEDIATE;

-- Nobody is in two places at once in a published plan; the time from arrival counts.
ALTER TABLE assignments ADD CONSTRAINT assignments_never_in_two_places
  EXCLUDE USING gist (staff_id WITH =, tstzrange(arrival, ends_at) WITH &&) WHERE (published) DEFERRABLE INITIALLY IMMEDIATE;

-- A visit part is given to one person in a published plan, and a day has one published plan.
CREATE UNIQUE INDEX assignments_one_published_per_part ON assignments (visit_id, part) WHERE published;
CREATE UNIQUE INDEX plan_days_one_published ON plan_days (provider_id, date) WHERE published;

-- What the dispatcher asks for every second.
CREATE INDEX outbox_records_unsent ON outbox_records (id) WHERE sent_at IS NULL;
-- What a restart asks for.
CREATE INDEX plans_unfinished ON plans (id) WHERE status IN ('requested', 'running');

-- The trail is only ever added to; what was billed is corrected by further lines.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_lines_billed_stay BEFORE UPDATE OR DELETE ON ledger_lines
  FOR EACH ROW WHEN (OLD.kind = 'billed') EXECUTE FUNCTION refuse_change();

-- The tables of a school's SEN register, the graduated approach and parent meetings, as schema.prisma describes them.


-- CreateTable
CREATE TABLE "schools" (
    "id" UUID NOT NULL,
    "urn" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "plan_name" TEXT NOT NULL DEFAULT 'SEN support plan',
    "phone_counts" BOOLEAN NOT NULL DEFAULT true,
    "pro_rata" BOOLEAN NOT NULL DEFAULT true,
    "include_ehc_plan" BOOLEAN NOT NULL DEFAULT true,
    "warn_school_days" INTEGER NOT NULL DEFAULT 10,
    "year_begins" TEXT NOT NULL DEFAULT '09-01',
    "office_phone" TEXT,
    "advice_name" TEXT,
    "advice_url" TEXT,
    "advice_phone" TEXT,
    "local_offer_url" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schools_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_years" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "school_years_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "terms" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,

    CONSTRAINT "terms_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "closed_days" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "closed_days_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "password_links" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "subject" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "memberships" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID,
    "role" TEXT NOT NULL,
    "title" TEXT,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "job_title" TEXT,
    "email" TEXT,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "classes" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "classes_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "class_staff" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "class_staff_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "pupils" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "upn" TEXT,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "preferred_name" TEXT,
    "date_of_birth" DATE NOT NULL,
    "sex" TEXT,
    "year_group" INTEGER,
    "class_id" UUID,
    "home_language" TEXT,
    "on_roll_until" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pupils_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "pupil_staff" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "pupil_staff_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "membership_id" UUID,
    "title" TEXT,
    "full_name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "language" TEXT,
    "imported_version" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "pupil_contacts" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "relationship" TEXT NOT NULL,
    "has_parental_responsibility" BOOLEAN NOT NULL DEFAULT true,
    "cares_for_pupil" BOOLEAN NOT NULL DEFAULT true,
    "priority" INTEGER NOT NULL DEFAULT 1,
    "restricted_from" DATE,
    "restricted_until" DATE,
    "restriction_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pupil_contacts_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "need_types" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "broad_area" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "need_types_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "sen_statuses" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "reason" TEXT,
    "end_reason" TEXT,

    CONSTRAINT "sen_statuses_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "sen_needs" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "broad_area" TEXT,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "sen_needs_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "parent_notifications" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "sen_status_id" UUID NOT NULL,
    "contact_id" UUID,
    "method" TEXT NOT NULL,
    "told_on" DATE,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "parent_notifications_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "concerns" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "raised_by" TEXT NOT NULL,
    "contact_id" UUID,
    "raised_on" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "signs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" TEXT,
    "answer" TEXT,
    "answered_on" DATE,
    "decided_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "concerns_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "cycles" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "previous_id" UUID,
    "stage" TEXT NOT NULL DEFAULT 'assess',
    "started_on" DATE NOT NULL,
    "closed_on" DATE,
    "review_due" DATE,
    "activated_on" DATE,
    "responsible_id" UUID,
    "aspirations" TEXT,
    "in_every_lesson" TEXT,
    "at_home" TEXT,
    "parent_consultation" TEXT,
    "parent_consultation_note" TEXT,
    "pupil_consultation" TEXT,
    "pupil_consultation_note" TEXT,
    "shared_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cycles_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "assessments" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "strengths" TEXT,
    "barriers" TEXT,
    "summary" TEXT,
    "parent_views" TEXT,
    "parent_views_from" TEXT,
    "parent_views_on" DATE,
    "pupil_views" TEXT,
    "pupil_views_how" TEXT,
    "pupil_views_on" DATE,
    "shared_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assessments_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "assessment_sources" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    "said_on" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "shared_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assessment_sources_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "outcomes" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "will_do" TEXT NOT NULL,
    "measure" TEXT,
    "unit" TEXT,
    "baseline" TEXT,
    "baseline_on" DATE,
    "target" TEXT,
    "by_on" DATE,
    "why" TEXT,
    "expected_impact" TEXT,
    "needs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "carried_from_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "shared_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "outcomes_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "provisions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "delivered_by_id" UUID,
    "deliverer" TEXT,
    "place" TEXT,
    "minutes" INTEGER,
    "per_week" INTEGER,
    "group_size" INTEGER,
    "from_on" DATE,
    "until_on" DATE,
    "removed_at" TIMESTAMPTZ(3),
    "shared_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "provisions_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "provision_outcomes" (
    "school_id" UUID NOT NULL,
    "provision_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,

    CONSTRAINT "provision_outcomes_pkey" PRIMARY KEY ("school_id","provision_id","outcome_id")
);

-- CreateTable
CREATE TABLE "do_notes" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "provision_id" UUID,
    "outcome_id" UUID,
    "happened_on" DATE NOT NULL,
    "delivered" TEXT NOT NULL,
    "reason" TEXT,
    "minutes" INTEGER,
    "observation" TEXT,
    "measured" TEXT,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shared_at" TIMESTAMPTZ(3),
    "form_key" UUID NOT NULL,

    CONSTRAINT "do_notes_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "held_on" DATE NOT NULL,
    "parent_views" TEXT,
    "parent_views_missing" TEXT,
    "pupil_views" TEXT,
    "pupil_views_missing" TEXT,
    "support" TEXT,
    "decision" TEXT NOT NULL,
    "decision_reason" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shared_at" TIMESTAMPTZ(3),

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "outcome_ratings" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "rating" INTEGER NOT NULL,
    "attained" TEXT,
    "evidence" TEXT,
    "shared_at" TIMESTAMPTZ(3),

    CONSTRAINT "outcome_ratings_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "parent_meetings" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "sitting_id" UUID,
    "round_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'booked',
    "held_on" DATE NOT NULL,
    "at" TEXT,
    "format" TEXT NOT NULL,
    "place" TEXT,
    "purpose" TEXT NOT NULL,
    "planned_minutes" INTEGER NOT NULL DEFAULT 30,
    "actual_minutes" INTEGER,
    "is_sen_discussion" BOOLEAN NOT NULL DEFAULT true,
    "led_by_id" UUID,
    "cancelled_by" TEXT,
    "cancel_reason" TEXT,
    "pupil_part" TEXT,
    "pupil_part_note" TEXT,
    "young_person_came" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "form_key" UUID NOT NULL,
    "held_form_key" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "parent_meetings_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "meeting_attendees" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "contact_id" UUID,
    "membership_id" UUID,
    "came" BOOLEAN,

    CONSTRAINT "meeting_attendees_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "meeting_records" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "outcomes_agreed" TEXT NOT NULL,
    "support_agreed" TEXT NOT NULL,
    "parent_will_do" TEXT,
    "pupil_will_do" TEXT,
    "school_will_do" TEXT,
    "worries" TEXT,
    "at_home" TEXT,
    "next_meeting" TEXT,
    "written_on" DATE NOT NULL,
    "shared_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_records_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "meeting_actions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "who" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "by_on" DATE,
    "removed_at" TIMESTAMPTZ(3),
    "shared_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_actions_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "meeting_record_deliveries" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "given_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "meeting_record_deliveries_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "register_imports" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "content" BYTEA,
    "mapping" JSONB,
    "accepted" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" TEXT NOT NULL DEFAULT 'dry-run',
    "summary" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "register_imports_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "import_mappings" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "headers" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_mappings_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "pupil_id" UUID,
    "details" JSONB,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "schools_urn_key" ON "schools"("urn");

-- CreateIndex
CREATE UNIQUE INDEX "schools_slug_key" ON "schools"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "school_years_school_id_first_day_key" ON "school_years"("school_id", "first_day");

-- CreateIndex
CREATE UNIQUE INDEX "terms_school_id_school_year_id_first_day_key" ON "terms"("school_id", "school_year_id", "first_day");

-- CreateIndex
CREATE UNIQUE INDEX "closed_days_school_id_school_year_id_day_key" ON "closed_days"("school_id", "school_year_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE INDEX "sessions_person_id_idx" ON "sessions"("person_id");

-- CreateIndex
CREATE INDEX "password_links_person_id_idx" ON "password_links"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_school_id_person_id_role_key" ON "memberships"("school_id", "person_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "classes_school_id_name_key" ON "classes"("school_id", "name");

-- CreateIndex
CREATE INDEX "class_staff_school_id_membership_id_idx" ON "class_staff"("school_id", "membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "class_staff_school_id_class_id_membership_id_from_on_key" ON "class_staff"("school_id", "class_id", "membership_id", "from_on");

-- CreateIndex
CREATE INDEX "pupils_school_id_family_name_given_name_idx" ON "pupils"("school_id", "family_name", "given_name");

-- CreateIndex
CREATE INDEX "pupils_school_id_class_id_idx" ON "pupils"("school_id", "class_id");

-- CreateIndex
CREATE UNIQUE INDEX "pupils_school_id_upn_key" ON "pupils"("school_id", "upn");

-- CreateIndex
CREATE INDEX "pupil_staff_school_id_membership_id_idx" ON "pupil_staff"("school_id", "membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "pupil_staff_school_id_pupil_id_membership_id_from_on_key" ON "pupil_staff"("school_id", "pupil_id", "membership_id", "from_on");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_school_id_membership_id_key" ON "contacts"("school_id", "membership_id");

-- CreateIndex
CREATE INDEX "pupil_contacts_school_id_contact_id_idx" ON "pupil_contacts"("school_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "pupil_contacts_school_id_pupil_id_contact_id_key" ON "pupil_contacts"("school_id", "pupil_id", "contact_id");

-- CreateIndex
CREATE INDEX "sen_statuses_school_id_pupil_id_from_on_idx" ON "sen_statuses"("school_id", "pupil_id", "from_on");

-- CreateIndex
CREATE UNIQUE INDEX "sen_statuses_school_id_pupil_id_id_key" ON "sen_statuses"("school_id", "pupil_id", "id");

-- CreateIndex
CREATE INDEX "sen_needs_school_id_pupil_id_idx" ON "sen_needs"("school_id", "pupil_id");

-- CreateIndex
CREATE INDEX "parent_notifications_school_id_pupil_id_idx" ON "parent_notifications"("school_id", "pupil_id");

-- CreateIndex
CREATE INDEX "concerns_school_id_pupil_id_idx" ON "concerns"("school_id", "pupil_id");

-- CreateIndex
CREATE INDEX "cycles_school_id_review_due_idx" ON "cycles"("school_id", "review_due");

-- CreateIndex
CREATE UNIQUE INDEX "cycles_school_id_pupil_id_id_key" ON "cycles"("school_id", "pupil_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "cycles_school_id_pupil_id_number_key" ON "cycles"("school_id", "pupil_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "cycles_school_id_pupil_id_previous_id_key" ON "cycles"("school_id", "pupil_id", "previous_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessments_school_id_pupil_id_cycle_id_key" ON "assessments"("school_id", "pupil_id", "cycle_id");

-- CreateIndex
CREATE INDEX "assessment_sources_school_id_cycle_id_idx" ON "assessment_sources"("school_id", "cycle_id");

-- CreateIndex
CREATE INDEX "outcomes_school_id_cycle_id_idx" ON "outcomes"("school_id", "cycle_id");

-- CreateIndex
CREATE UNIQUE INDEX "outcomes_school_id_pupil_id_id_key" ON "outcomes"("school_id", "pupil_id", "id");

-- CreateIndex
CREATE INDEX "provisions_school_id_cycle_id_idx" ON "provisions"("school_id", "cycle_id");

-- CreateIndex
CREATE UNIQUE INDEX "provisions_school_id_pupil_id_id_key" ON "provisions"("school_id", "pupil_id", "id");

-- CreateIndex
CREATE INDEX "provision_outcomes_school_id_outcome_id_idx" ON "provision_outcomes"("school_id", "outcome_id");

-- CreateIndex
CREATE INDEX "do_notes_school_id_cycle_id_happened_on_idx" ON "do_notes"("school_id", "cycle_id", "happened_on");

-- CreateIndex
CREATE INDEX "do_notes_school_id_pupil_id_happened_on_idx" ON "do_notes"("school_id", "pupil_id", "happened_on");

-- CreateIndex
CREATE UNIQUE INDEX "do_notes_school_id_form_key_key" ON "do_notes"("school_id", "form_key");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_school_id_pupil_id_id_key" ON "reviews"("school_id", "pupil_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_school_id_pupil_id_cycle_id_key" ON "reviews"("school_id", "pupil_id", "cycle_id");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_ratings_school_id_review_id_outcome_id_key" ON "outcome_ratings"("school_id", "review_id", "outcome_id");

-- CreateIndex
CREATE INDEX "parent_meetings_school_id_pupil_id_held_on_idx" ON "parent_meetings"("school_id", "pupil_id", "held_on");

-- CreateIndex
CREATE INDEX "parent_meetings_school_id_held_on_idx" ON "parent_meetings"("school_id", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "parent_meetings_school_id_pupil_id_id_key" ON "parent_meetings"("school_id", "pupil_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "parent_meetings_school_id_form_key_key" ON "parent_meetings"("school_id", "form_key");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_attendees_school_id_meeting_id_contact_id_key" ON "meeting_attendees"("school_id", "meeting_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_attendees_school_id_meeting_id_membership_id_key" ON "meeting_attendees"("school_id", "meeting_id", "membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_records_school_id_pupil_id_meeting_id_key" ON "meeting_records"("school_id", "pupil_id", "meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_actions_school_id_meeting_id_position_key" ON "meeting_actions"("school_id", "meeting_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_record_deliveries_school_id_meeting_id_contact_id_key" ON "meeting_record_deliveries"("school_id", "meeting_id", "contact_id");

-- CreateIndex
CREATE INDEX "register_imports_school_id_uploaded_at_idx" ON "register_imports"("school_id", "uploaded_at");

-- CreateIndex
CREATE UNIQUE INDEX "import_mappings_school_id_headers_key" ON "import_mappings"("school_id", "headers");

-- CreateIndex
CREATE INDEX "audit_entries_school_id_pupil_id_recorded_at_idx" ON "audit_entries"("school_id", "pupil_id", "recorded_at");

-- CreateIndex
CREATE INDEX "audit_entries_school_id_recorded_at_idx" ON "audit_entries"("school_id", "recorded_at");

-- AddForeignKey
ALTER TABLE "school_years" ADD CONSTRAINT "school_years_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms" ADD CONSTRAINT "terms_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms" ADD CONSTRAINT "terms_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closed_days" ADD CONSTRAINT "closed_days_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closed_days" ADD CONSTRAINT "closed_days_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classes" ADD CONSTRAINT "classes_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_staff" ADD CONSTRAINT "class_staff_school_id_class_id_fkey" FOREIGN KEY ("school_id", "class_id") REFERENCES "classes"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_staff" ADD CONSTRAINT "class_staff_school_id_membership_id_fkey" FOREIGN KEY ("school_id", "membership_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pupils" ADD CONSTRAINT "pupils_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pupils" ADD CONSTRAINT "pupils_school_id_class_id_fkey" FOREIGN KEY ("school_id", "class_id") REFERENCES "classes"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pupil_staff" ADD CONSTRAINT "pupil_staff_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pupil_staff" ADD CONSTRAINT "pupil_staff_school_id_membership_id_fkey" FOREIGN KEY ("school_id", "membership_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_school_id_membership_id_fkey" FOREIGN KEY ("school_id", "membership_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pupil_contacts" ADD CONSTRAINT "pupil_contacts_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pupil_contacts" ADD CONSTRAINT "pupil_contacts_school_id_contact_id_fkey" FOREIGN KEY ("school_id", "contact_id") REFERENCES "contacts"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sen_statuses" ADD CONSTRAINT "sen_statuses_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sen_needs" ADD CONSTRAINT "sen_needs_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sen_needs" ADD CONSTRAINT "sen_needs_code_fkey" FOREIGN KEY ("code") REFERENCES "need_types"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parent_notifications" ADD CONSTRAINT "parent_notifications_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parent_notifications" ADD CONSTRAINT "parent_notifications_school_id_pupil_id_sen_status_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "sen_status_id") REFERENCES "sen_statuses"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parent_notifications" ADD CONSTRAINT "parent_notifications_school_id_contact_id_fkey" FOREIGN KEY ("school_id", "contact_id") REFERENCES "contacts"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parent_notifications" ADD CONSTRAINT "parent_notifications_school_id_recorded_by_id_fkey" FOREIGN KEY ("school_id", "recorded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_school_id_contact_id_fkey" FOREIGN KEY ("school_id", "contact_id") REFERENCES "contacts"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_school_id_decided_by_id_fkey" FOREIGN KEY ("school_id", "decided_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_school_id_pupil_id_previous_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "previous_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_school_id_responsible_id_fkey" FOREIGN KEY ("school_id", "responsible_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_sources" ADD CONSTRAINT "assessment_sources_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_sources" ADD CONSTRAINT "assessment_sources_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_school_id_pupil_id_carried_from_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "carried_from_id") REFERENCES "outcomes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_school_id_delivered_by_id_fkey" FOREIGN KEY ("school_id", "delivered_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provision_outcomes" ADD CONSTRAINT "provision_outcomes_school_id_pupil_id_provision_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "provision_id") REFERENCES "provisions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provision_outcomes" ADD CONSTRAINT "provision_outcomes_school_id_pupil_id_outcome_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "outcome_id") REFERENCES "outcomes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "do_notes" ADD CONSTRAINT "do_notes_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "do_notes" ADD CONSTRAINT "do_notes_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "do_notes" ADD CONSTRAINT "do_notes_school_id_pupil_id_provision_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "provision_id") REFERENCES "provisions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "do_notes" ADD CONSTRAINT "do_notes_school_id_pupil_id_outcome_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "outcome_id") REFERENCES "outcomes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "do_notes" ADD CONSTRAINT "do_notes_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_school_id_recorded_by_id_fkey" FOREIGN KEY ("school_id", "recorded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_ratings" ADD CONSTRAINT "outcome_ratings_school_id_pupil_id_review_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "review_id") REFERENCES "reviews"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_ratings" ADD CONSTRAINT "outcome_ratings_school_id_pupil_id_outcome_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "outcome_id") REFERENCES "outcomes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parent_meetings" ADD CONSTRAINT "parent_meetings_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parent_meetings" ADD CONSTRAINT "parent_meetings_school_id_led_by_id_fkey" FOREIGN KEY ("school_id", "led_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendees" ADD CONSTRAINT "meeting_attendees_school_id_pupil_id_meeting_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "meeting_id") REFERENCES "parent_meetings"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendees" ADD CONSTRAINT "meeting_attendees_school_id_contact_id_fkey" FOREIGN KEY ("school_id", "contact_id") REFERENCES "contacts"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendees" ADD CONSTRAINT "meeting_attendees_school_id_membership_id_fkey" FOREIGN KEY ("school_id", "membership_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_records" ADD CONSTRAINT "meeting_records_school_id_pupil_id_meeting_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "meeting_id") REFERENCES "parent_meetings"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_actions" ADD CONSTRAINT "meeting_actions_school_id_pupil_id_meeting_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "meeting_id") REFERENCES "parent_meetings"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_record_deliveries" ADD CONSTRAINT "meeting_record_deliveries_school_id_pupil_id_meeting_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "meeting_id") REFERENCES "parent_meetings"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_record_deliveries" ADD CONSTRAINT "meeting_record_deliveries_school_id_contact_id_fkey" FOREIGN KEY ("school_id", "contact_id") REFERENCES "contacts"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_record_deliveries" ADD CONSTRAINT "meeting_record_deliveries_school_id_recorded_by_id_fkey" FOREIGN KEY ("school_id", "recorded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_imports" ADD CONSTRAINT "register_imports_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_imports" ADD CONSTRAINT "register_imports_school_id_uploaded_by_id_fkey" FOREIGN KEY ("school_id", "uploaded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_school_id_membership_id_fkey" FOREIGN KEY ("school_id", "membership_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



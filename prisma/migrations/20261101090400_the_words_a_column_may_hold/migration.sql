-- What the columns of words may hold, that times of SEN status never overlap, that a pupil has one open
-- cycle at a time, and the DfE need types.

CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE schools ADD CONSTRAINT schools_phase CHECK (phase IN ('nursery', 'primary', 'secondary', 'all-through')),
  ADD CONSTRAINT schools_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT schools_year_begins CHECK (year_begins ~ '^(0[89])-\d\d$'),
  ADD CONSTRAINT schools_warn_school_days CHECK (warn_school_days BETWEEN 0 AND 40);
ALTER TABLE school_years ADD CONSTRAINT school_years_days CHECK (first_day < last_day);
ALTER TABLE terms ADD CONSTRAINT terms_days CHECK (first_day <= last_day);
ALTER TABLE memberships ADD CONSTRAINT memberships_role
  CHECK (role IN ('senco', 'headteacher', 'class-teacher', 'teaching-assistant', 'parent', 'governor', 'system')),
  ADD CONSTRAINT memberships_person CHECK ((role = 'system') = (person_id IS NULL));
ALTER TABLE people ADD CONSTRAINT people_email CHECK (email = lower(email));
ALTER TABLE pupils ADD CONSTRAINT pupils_year_group CHECK (year_group BETWEEN -2 AND 14);
ALTER TABLE sen_statuses ADD CONSTRAINT sen_statuses_status CHECK (status IN ('sen-support', 'ehc-plan')),
  ADD CONSTRAINT sen_statuses_days CHECK (until_on IS NULL OR from_on <= until_on),
  ADD CONSTRAINT sen_statuses_one_at_a_time
    EXCLUDE USING gist (school_id WITH =, pupil_id WITH =, daterange(from_on, until_on, '[]') WITH &&);
ALTER TABLE sen_needs ADD CONSTRAINT sen_needs_rank CHECK (rank BETWEEN 1 AND 99);
ALTER TABLE need_types ADD CONSTRAINT need_types_area
  CHECK (broad_area IN ('communication-and-interaction', 'cognition-and-learning', 'social-emotional-and-mental-health', 'sensory-and-or-physical'));
ALTER TABLE parent_notifications ADD CONSTRAINT parent_notifications_method
  CHECK (method IN ('in-person', 'letter', 'email', 'phone', 'before-import')),
  ADD CONSTRAINT parent_notifications_day CHECK (told_on IS NOT NULL OR method = 'before-import');
ALTER TABLE concerns ADD CONSTRAINT concerns_raised_by CHECK (raised_by IN ('staff', 'parent', 'pupil')),
  ADD CONSTRAINT concerns_decision CHECK (decision IN ('sen-support', 'not-sen', 'monitor', 'gather-more')),
  ADD CONSTRAINT concerns_answered CHECK ((decision IS NULL) = (answered_on IS NULL));
ALTER TABLE cycles ADD CONSTRAINT cycles_stage CHECK (stage IN ('assess', 'plan', 'do', 'review', 'closed')),
  ADD CONSTRAINT cycles_closed CHECK ((stage = 'closed') = (closed_on IS NOT NULL)),
  ADD CONSTRAINT cycles_parent_consultation CHECK (parent_consultation IN ('agreed', 'partly', 'disagreed', 'invited-no-answer')),
  ADD CONSTRAINT cycles_pupil_consultation CHECK (pupil_consultation IN ('took-part', 'views-gathered', 'not-obtained'));
-- Two people who start a cycle in the same moment start one (6.44).
CREATE UNIQUE INDEX cycles_one_open ON cycles (school_id, pupil_id) WHERE stage <> 'closed';
ALTER TABLE assessment_sources ADD CONSTRAINT assessment_sources_kind CHECK (kind IN
  ('teacher', 'progress', 'school-data', 'other-subjects', 'comparison', 'parent', 'pupil', 'specialist'));
ALTER TABLE provisions ADD CONSTRAINT provisions_numbers CHECK (minutes BETWEEN 1 AND 600 AND per_week BETWEEN 1 AND 50 AND group_size BETWEEN 1 AND 60);
ALTER TABLE do_notes ADD CONSTRAINT do_notes_delivered CHECK (delivered IN ('given', 'partly', 'not-given'));
ALTER TABLE outcome_ratings ADD CONSTRAINT outcome_ratings_rating CHECK (rating BETWEEN -2 AND 2);
ALTER TABLE reviews ADD CONSTRAINT reviews_decision CHECK (decision IN
  ('continue', 'change-support', 'involve-specialist', 'request-ehc-needs-assessment', 'step-down'));
ALTER TABLE parent_meetings ADD CONSTRAINT parent_meetings_status CHECK (status IN ('booked', 'held', 'cancelled', 'no-show', 'declined')),
  ADD CONSTRAINT parent_meetings_format CHECK (format IN ('in-person', 'video', 'phone')),
  ADD CONSTRAINT parent_meetings_purpose CHECK (purpose IN ('plan', 'review', 'annual-review', 'early-discussion', 'exit', 'parents-evening', 'other')),
  ADD CONSTRAINT parent_meetings_at CHECK (at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ADD CONSTRAINT parent_meetings_pupil_part CHECK (pupil_part IN ('all', 'part', 'views-before', 'not-obtained')),
  ADD CONSTRAINT parent_meetings_cancelled_by CHECK (cancelled_by IN ('school', 'parent'));
ALTER TABLE meeting_attendees ADD CONSTRAINT meeting_attendees_one_person CHECK ((contact_id IS NULL) <> (membership_id IS NULL));
ALTER TABLE meeting_record_deliveries ADD CONSTRAINT meeting_record_deliveries_method CHECK (method IN ('in-person', 'letter', 'email', 'declined'));
ALTER TABLE register_imports ADD CONSTRAINT register_imports_status CHECK (status IN ('dry-run', 'applied', 'discarded'));

-- School census SEN type codes. DS could first be chosen in January 2025.
INSERT INTO need_types (code, name, broad_area, valid_from, valid_to) VALUES
  ('SPLD', 'Specific learning difficulty', 'cognition-and-learning', '2014-09-01', NULL),
  ('MLD', 'Moderate learning difficulty', 'cognition-and-learning', '2014-09-01', NULL),
  ('SLD', 'Severe learning difficulty', 'cognition-and-learning', '2014-09-01', NULL),
  ('PMLD', 'Profound and multiple learning difficulty', 'cognition-and-learning', '2014-09-01', NULL),
  ('SEMH', 'Social, emotional and mental health', 'social-emotional-and-mental-health', '2014-09-01', NULL),
  ('SLCN', 'Speech, language and communication', 'communication-and-interaction', '2014-09-01', NULL),
  ('HI', 'Hearing impairment', 'sensory-and-or-physical', '2014-09-01', NULL),
  ('VI', 'Vision impairment', 'sensory-and-or-physical', '2014-09-01', NULL),
  ('MSI', 'Multi-sensory impairment', 'sensory-and-or-physical', '2014-09-01', NULL),
  ('PD', 'Physical disability', 'sensory-and-or-physical', '2014-09-01', NULL),
  ('ASD', 'Autistic spectrum disorder', 'communication-and-interaction', '2014-09-01', NULL),
  ('DS', 'Down syndrome', NULL, '2025-01-01', NULL),
  ('OTH', 'Other difficulty or disability', NULL, '2014-09-01', NULL),
  ('NSA', 'SEN support, no specialist assessment of type of need', NULL, '2014-09-01', NULL);

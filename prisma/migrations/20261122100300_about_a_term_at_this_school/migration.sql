-- About a term in school days, where a school has not entered its own term dates: the school's figure, never the Code's.

ALTER TABLE schools ADD COLUMN term_school_days integer NOT NULL DEFAULT 75;
ALTER TABLE schools ADD CONSTRAINT schools_term_school_days CHECK (term_school_days BETWEEN 20 AND 110);

-- A plan also says what to do when something happens, for whoever stands in front of the class that day.

ALTER TABLE plan_lines DROP CONSTRAINT plan_lines_kind,
  ADD CONSTRAINT plan_lines_kind CHECK (kind IN ('adjustment', 'strategy', 'quiet-place', 'what-to-do-when', 'at-home'));

-- A parent writes down a worry on the family's own page: in their own name, with nothing decided on it (6.20, 6.45, P17, P88).
ALTER TABLE concerns ADD COLUMN asks_to_talk BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE concerns ADD CONSTRAINT concerns_talk_is_asked_by_family CHECK (NOT asks_to_talk OR raised_by <> 'staff');

DROP POLICY writes_new ON concerns;
CREATE POLICY writes_new ON concerns AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK (
  (SELECT app.may_support())
  OR ((SELECT app.role()) = 'parent' AND raised_by = 'parent'
    AND contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]) AND written_by_id = (SELECT app.membership_id())
    AND signs = '{}'
    AND decision IS NULL AND answer IS NULL AND answered_on IS NULL AND decided_by_id IS NULL));

-- Whoever works with a pupil reads the name of a parent they know as a contact, where that parent wrote something.
DROP POLICY families_apart ON memberships;
CREATE POLICY families_apart ON memberships AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.whole_school()) OR role NOT IN ('parent') OR id = (SELECT app.membership_id())
    OR ((SELECT app.may_support()) AND EXISTS (SELECT FROM contacts c
      WHERE c.school_id = memberships.school_id AND c.membership_id = memberships.id)));

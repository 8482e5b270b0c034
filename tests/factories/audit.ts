import { look } from './insert'

/** The audit trail of a school, oldest first. */
export const auditOf = async (school: { id: string }) =>
  (
    await look<{ action: string }>(
      'SELECT action FROM audit_entries WHERE school_id = $1 ORDER BY recorded_at, id',
      [school.id],
    )
  ).map((entry) => entry.action)

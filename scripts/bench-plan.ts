import { Client } from 'pg'
import type { BenchSchool } from './bench-school'

const PLAN = `SELECT pupil_id, id AS cycle_id FROM cycles WHERE school_id = $1 AND stage = 'do' ORDER BY id LIMIT 1`

const OUTCOMES = `
  INSERT INTO outcomes (school_id, id, pupil_id, cycle_id, position, will_do, measure, unit, baseline, baseline_on, target, by_on, why, expected_impact, shared_at)
  SELECT $1, uuidv7(), $2, $3, n, 'Will read ' || n * 10 || ' of the words on the list aloud without help, on two Fridays in a row', 'Words read aloud on Fridays', 'words',
    n::text, current_date - 40, (n * 10)::text, current_date + 40, 'Wants to read the comics of an older brother', 'Reads the class book with the others', now()
  FROM generate_series(1, 5) n`

const PROVISIONS = `
  WITH given AS (
    INSERT INTO provisions (school_id, id, pupil_id, cycle_id, what, deliverer, place, minutes, per_week, group_size, from_on, until_on, shared_at)
    SELECT $1, uuidv7(), $2, $3, 'Precision teaching of reading, list ' || n, 'Joan Pickering', 'Library', 20, 3, 4, current_date - 30, current_date + 40, now()
    FROM generate_series(1, 8) n RETURNING id)
  INSERT INTO provision_outcomes (school_id, provision_id, outcome_id, pupil_id)
  SELECT $1, given.id, (SELECT o.id FROM outcomes o WHERE o.school_id = $1 AND o.cycle_id = $3 ORDER BY md5(o.id::text || given.id::text) LIMIT 1), $2 FROM given`

/** Gives one pupil of the school a full plan, five outcomes and eight provisions, and says whose it is. */
export async function fillPlan(superuserUrl: string, school: BenchSchool): Promise<string> {
  const db = new Client({ connectionString: superuserUrl })
  await db.connect()
  try {
    const { rows } = await db.query<{ pupil_id: string; cycle_id: string }>(PLAN, [school.id])
    const [plan] = rows
    if (!plan) throw new Error('no plan of this school is in force')
    for (const sql of [OUTCOMES, PROVISIONS]) await db.query(sql, [school.id, plan.pupil_id, plan.cycle_id])
    return plan.pupil_id
  } finally {
    await db.end()
  }
}

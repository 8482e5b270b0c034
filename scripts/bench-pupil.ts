import { Client } from 'pg'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { BenchSchool } from './bench-school'

/** A pupil with seven years on paper, as issue 3 asks: 21 cycles, 60 outcomes, 2,000 Do notes. */
export const LONG_STORY = { cycles: 21, outcomes: 60, notes: 2_000, opened: 4_000 }

const OUTCOMES = `
  INSERT INTO outcomes (school_id, id, pupil_id, cycle_id, position, will_do, measure, unit, baseline, baseline_on, target, by_on, why, expected_impact, shared_at)
  SELECT c.school_id, uuidv7(), c.pupil_id, c.id, 1 + (n - 1) / $3, 'Will read ' || n || ' of the 50 words on the list aloud', 'Words read aloud', 'words',
    '16', c.started_on, '40', c.review_due, repeat('She wants to read comics. ', 4), repeat('Reads her class book. ', 4), now()
  FROM generate_series(1, $2::int) n JOIN cycles c ON c.pupil_id = $1 AND c.number = 1 + (n - 1) % $3`

const PROVISIONS = `
  WITH made AS (
    INSERT INTO provisions (school_id, id, pupil_id, cycle_id, what, delivered_by_id, minutes, per_week, group_size, from_on, until_on, shared_at)
    SELECT school_id, uuidv7(), pupil_id, id, 'Precision teaching', $2, 10, 4, 1, started_on, review_due, now() FROM cycles WHERE pupil_id = $1
    RETURNING school_id, id, pupil_id, cycle_id)
  INSERT INTO provision_outcomes (school_id, pupil_id, provision_id, outcome_id)
  SELECT p.school_id, p.pupil_id, p.id, o.id FROM made p JOIN outcomes o ON o.school_id = p.school_id AND o.cycle_id = p.cycle_id`

const NOTES = `
  INSERT INTO do_notes (school_id, id, pupil_id, cycle_id, provision_id, outcome_id, happened_on, delivered, minutes, observation, measured, written_by_id, written_at, form_key)
  SELECT c.school_id, uuidv7(), c.pupil_id, c.id, p.id, CASE WHEN n % 5 = 0 THEN o.id END, c.started_on + (n / $4) % 110,
    (ARRAY['given','given','given','partly','not-given'])[1 + n % 5], 10, repeat('Read two new words and chose her own book. ', 3),
    CASE WHEN n % 5 = 0 THEN (16 + n % 24)::text END, $3, now(), uuidv7()
  FROM generate_series(1, $2::int) n JOIN cycles c ON c.pupil_id = $1 AND c.number = 1 + n % $4
  JOIN provisions p ON p.school_id = c.school_id AND p.cycle_id = c.id
  JOIN outcomes o ON o.school_id = c.school_id AND o.cycle_id = c.id AND o.position = 1`

const REVIEWS = `
  WITH made AS (
    INSERT INTO reviews (school_id, id, pupil_id, cycle_id, due_on, held_on, parent_views, pupil_views, support, decision, decision_reason, recorded_by_id, shared_at)
    SELECT school_id, uuidv7(), pupil_id, id, review_due, closed_on, repeat('Pleased with it. ', 5), 'I like the comics.', repeat('Given as planned. ', 5),
      'continue', repeat('She is getting there. ', 4), $2, now() FROM cycles WHERE pupil_id = $1 AND stage = 'closed'
    RETURNING school_id, id, pupil_id, cycle_id)
  INSERT INTO outcome_ratings (school_id, id, pupil_id, review_id, outcome_id, rating, shared_at)
  SELECT r.school_id, uuidv7(), r.pupil_id, r.id, o.id, (o.position - 2), now()
  FROM made r JOIN outcomes o ON o.school_id = r.school_id AND o.cycle_id = r.cycle_id`

const SOURCES = `
  INSERT INTO assessment_sources (school_id, id, pupil_id, cycle_id, kind, said_by, said_on, words, written_by_id)
  SELECT school_id, uuidv7(), pupil_id, id, (ARRAY['teacher','progress','parent','pupil'])[k], 'Nadia Mensah', started_on + k,
    repeat('Reads single words, loses the line. ', 5), $2
  FROM cycles, generate_series(1, 4) k WHERE pupil_id = $1`

const CONCERNS = `
  INSERT INTO concerns (school_id, id, pupil_id, raised_by, raised_on, words, written_by_id)
  SELECT school_id, uuidv7(), id, 'staff', $3::date - n * 80, repeat('Progress in reading is slow. ', 5), $2
  FROM pupils, generate_series(1, 10) n WHERE id = $1`

// Everyone who works with a pupil opens the page, over the years, and the trail keeps it.
const TRAIL = `
  INSERT INTO audit_entries (school_id, id, membership_id, action, subject_id, pupil_id, details, recorded_at)
  SELECT p.school_id, uuidv7(), $2, 'pupil.opened', p.id, p.id, '{"page": "pupil"}', now() - n * interval '15 hours'
  FROM pupils p, generate_series(1, $3::int) n WHERE p.id = $1`

/** Gives one pupil of the bench's school a story as long as it gets, and says which pupil it is. */
export async function makeLongStory(
  superuserUrl: string,
  { id, sencoMembershipId: senco }: BenchSchool,
  today: IsoDate,
): Promise<string> {
  const { cycles, outcomes, notes, opened } = LONG_STORY
  const db = new Client({ connectionString: superuserUrl })
  await db.connect()
  try {
    const { rows } = await db.query<{ pupil_id: string; cycles: number }>(
      `SELECT pupil_id, count(*)::int AS cycles FROM cycles WHERE school_id = $1 GROUP BY pupil_id HAVING bool_or(stage = 'do') ORDER BY pupil_id LIMIT 1`,
      [id],
    )
    const [pupil] = rows
    if (pupil?.cycles !== cycles) throw new Error(`The pupil has ${pupil?.cycles ?? 0} cycles of ${cycles}`)
    await db.query(OUTCOMES, [pupil.pupil_id, outcomes, cycles])
    await db.query(PROVISIONS, [pupil.pupil_id, senco])
    await db.query(NOTES, [pupil.pupil_id, notes, senco, cycles])
    await db.query(REVIEWS, [pupil.pupil_id, senco])
    await db.query(SOURCES, [pupil.pupil_id, senco])
    await db.query(CONCERNS, [pupil.pupil_id, senco, today])
    await db.query(TRAIL, [pupil.pupil_id, senco, opened])
    const made = await db.query<{ outcomes: number; notes: number }>(
      `SELECT (SELECT count(*)::int FROM outcomes WHERE pupil_id = $1) AS outcomes, (SELECT count(*)::int FROM do_notes WHERE pupil_id = $1) AS notes`,
      [pupil.pupil_id],
    )
    if (made.rows[0]?.outcomes !== outcomes || made.rows[0].notes !== notes)
      throw new Error(`The story came out as ${JSON.stringify(made.rows[0])}`)
    await db.query('VACUUM ANALYZE')
    return pupil.pupil_id
  } finally {
    await db.end()
  }
}

/** The class a pupil is in. */
export async function classOf(superuserUrl: string, pupilId: string): Promise<string> {
  const db = new Client({ connectionString: superuserUrl })
  await db.connect()
  try {
    const { rows } = await db.query<{ class_id: string }>('SELECT class_id FROM pupils WHERE id = $1', [
      pupilId,
    ])
    return rows[0]?.class_id ?? ''
  } finally {
    await db.end()
  }
}

import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { withStandardYearsBack } from '@/lib/calendar/standard-year'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { empty, type Part, readPart, rowsPart, sql } from '@/lib/platform/gather'
import type { ConcernLine, DecisionLine } from './line.rules'
import { concernPolicy } from './policy'
import { type ConcernDecision, concernWait, type RaisedBy, type Sign } from './rules'
import type { StrategyLine } from './strategy.rules'
import { concernWaits } from './waiting.rules'

type Row = {
  id: string
  version: number
  raisedBy: RaisedBy
  raisedOn: IsoDate
  words: string
  asksToTalk: boolean
  signs: Sign[]
  decision: ConcernDecision | null
  answeredOn: IsoDate | null
  called: string
  contactId: string | null
  contact: string | null
  /** null where a parent wrote it down for themselves. */
  writtenBy: string | null
  decisions: DecisionLine[]
  strategies: StrategyLine[]
}

/** The concerns about a pupil as the database keeps them, newest first, or one of them; `concernsFrom` says what they wait for. */
export const concernsPart = ({ pupilId, id }: { pupilId: string; id?: string }): Part<Row[]> =>
  rowsPart<Row>(sql`
    SELECT c.id, c.version, c.raised_by AS "raisedBy", c.raised_on AS "raisedOn", c.words, c.asks_to_talk AS "asksToTalk", c.signs, c.decision, c.answered_on AS "answeredOn",
      COALESCE(p.preferred_name, p.given_name) AS called, c.contact_id AS "contactId",
      NULLIF(concat_ws(' ', NULLIF(r.title, ''), r.full_name), '') AS contact, CASE WHEN w.role <> 'parent' THEN concat_ws(' ', w.given_name, w.family_name) END AS "writtenBy",
      COALESCE((SELECT json_agg(json_build_object('id', d.id, 'decision', d.decision, 'reasons', d.reasons, 'words', d.words, 'comparison', d.comparison,
          'noStrategiesBecause', d.no_strategies_because, 'lookAgainOn', d.look_again_on, 'decidedOn', d.decided_on,
          'decidedBy', (SELECT concat_ws(' ', m.given_name, m.family_name) FROM memberships m WHERE m.school_id = d.school_id AND m.id = d.decided_by_id),
          'talks', COALESCE((SELECT json_agg(json_build_object('id', t.id, 'talkedOn', t.talked_on, 'words', t.words, 'noteGiven', t.note_given,
              'contact', (SELECT a.full_name FROM contacts a WHERE a.school_id = t.school_id AND a.id = t.contact_id)) ORDER BY t.talked_on, t.id)
            FROM concern_talks t WHERE t.school_id = d.school_id AND t.decision_id = d.id), '[]')) ORDER BY d.decided_at, d.id)
        FROM concern_decisions d WHERE d.school_id = c.school_id AND d.concern_id = c.id), '[]') AS decisions,
      COALESCE((SELECT json_agg(json_build_object('id', s.id, 'version', s.version, 'what', s.what, 'fromOn', s.from_on, 'untilOn', s.until_on,
          'effect', s.effect, 'effectWords', s.effect_words,
          'writtenBy', (SELECT concat_ws(' ', m.given_name, m.family_name) FROM memberships m WHERE m.school_id = s.school_id AND m.id = s.written_by_id))
          ORDER BY s.from_on, s.id)
        FROM concern_strategies s WHERE s.school_id = c.school_id AND s.concern_id = c.id), '[]') AS strategies
    FROM concerns c
    JOIN pupils p ON p.school_id = c.school_id AND p.id = c.pupil_id
    LEFT JOIN contacts r ON r.school_id = c.school_id AND r.id = c.contact_id
    LEFT JOIN memberships w ON w.school_id = c.school_id AND w.id = c.written_by_id
    WHERE c.pupil_id = ${pupilId}::uuid ${id === undefined ? empty : sql`AND c.id = ${id}::uuid`}
    ORDER BY c.raised_on DESC, c.id DESC`)

function whose({ raisedBy, contact, called, writtenBy }: Row): string {
  if (raisedBy === 'parent') return contact ?? 'A parent'
  return raisedBy === 'pupil' ? called : (writtenBy ?? '')
}

function lineOf(row: Row, today: IsoDate, calendar: SchoolCalendar): ConcernLine {
  const { raisedBy, raisedOn, answeredOn, decisions } = row
  const facts = {
    raisedBy,
    raisedOn,
    answeredOn,
    decisions: decisions.map(({ comparison, talks, ...decision }) => ({
      ...decision,
      isCompared: comparison !== null,
      isTalkedOver: talks.some(({ contact }) => contact !== null),
    })),
  }
  return {
    id: row.id,
    version: row.version,
    raisedBy,
    from: whose(row),
    raisedOn,
    words: row.words,
    signs: row.signs,
    writtenBy: row.writtenBy,
    asksToTalk: row.asksToTalk,
    decision: row.decision,
    answeredOn,
    decisions: decisions.toReversed(),
    strategies: row.strategies,
    wait: concernWait(facts, today, calendar),
    waits: concernWaits(facts, today, calendar),
  }
}

/** A concern of years ago waited in school days too. */
const reachingBack = (calendar: SchoolCalendar, rows: readonly Row[]): SchoolCalendar => {
  const oldest = rows.at(-1)
  return oldest ? withStandardYearsBack(calendar, oldest.raisedOn) : calendar
}

type Asked = { pupilId: string; today: IsoDate; calendar: SchoolCalendar }

/** The concerns about a pupil, newest first, for the staff who work with them. */
export function concernsFrom(
  rows: readonly Row[],
  actor: Actor,
  { pupilId, today, calendar }: Asked,
): ConcernLine[] {
  if (!concernPolicy.read(actor, { schoolId: actor.schoolId, pupilId })) return []
  const reaching = reachingBack(calendar, rows)
  return rows.map((row) => lineOf(row, today, reaching))
}

/** One concern about a pupil; null where it is not there for whoever asks. */
export async function concernOf(
  tx: SchoolTx,
  actor: Actor,
  asked: Asked & { id: string },
): Promise<ConcernLine | null> {
  const { id, pupilId, today, calendar } = asked
  if (!concernPolicy.read(actor, { schoolId: actor.schoolId, pupilId })) return null
  const rows = await readPart(tx, concernsPart({ pupilId, id }))
  return rows[0] ? lineOf(rows[0], today, reachingBack(calendar, rows)) : null
}

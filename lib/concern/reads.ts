import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { withStandardYearsBack } from '@/lib/calendar/standard-year'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/prisma/client'
import type { ConcernReason } from './decision.rules'
import type { ConcernLine, DecisionLine } from './line.rules'
import { concernPolicy } from './policy'
import { type ConcernDecision, concernWait, type RaisedBy, type Sign } from './rules'
import type { Effect, StrategyLine } from './strategy.rules'
import { concernWaits } from './waiting.rules'

const name = { select: { givenName: true, familyName: true } } as const

const COLUMNS = {
  id: true,
  version: true,
  raisedBy: true,
  raisedOn: true,
  words: true,
  asksToTalk: true,
  signs: true,
  decision: true,
  answeredOn: true,
  contactId: true,
  pupil: { select: { givenName: true, preferredName: true } },
  contact: { select: { title: true, fullName: true } },
  writtenBy: { select: { givenName: true, familyName: true, role: true } },
  decisions: {
    select: {
      id: true,
      decision: true,
      reasons: true,
      words: true,
      comparison: true,
      noStrategiesBecause: true,
      lookAgainOn: true,
      decidedOn: true,
      decidedBy: name,
      talks: {
        select: {
          id: true,
          talkedOn: true,
          words: true,
          noteGiven: true,
          contact: { select: { fullName: true } },
        },
        orderBy: [{ talkedOn: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
  },
  strategies: {
    select: {
      id: true,
      version: true,
      what: true,
      fromOn: true,
      untilOn: true,
      effect: true,
      effectWords: true,
      writtenBy: name,
    },
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.ConcernSelect

const rowsOf = (tx: SchoolTx, where: { pupilId: string; id?: string }) =>
  tx.concern.findMany({ where, select: COLUMNS, orderBy: [{ raisedOn: 'desc' }, { id: 'desc' }] })

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

function whose(row: Row): string {
  if (row.raisedBy === 'parent')
    return [row.contact?.title, row.contact?.fullName ?? 'A parent'].filter(Boolean).join(' ')
  return row.raisedBy === 'pupil' ? (row.pupil.preferredName ?? row.pupil.givenName) : nameOf(row.writtenBy)
}

const decisionOf = (row: Row['decisions'][number]): DecisionLine => ({
  id: row.id,
  decision: row.decision as ConcernDecision,
  reasons: row.reasons as ConcernReason[],
  words: row.words,
  comparison: row.comparison,
  noStrategiesBecause: row.noStrategiesBecause,
  lookAgainOn: fromDateColumnOrNull(row.lookAgainOn),
  decidedOn: fromDateColumn(row.decidedOn),
  decidedBy: nameOf(row.decidedBy),
  talks: row.talks.map(({ contact, talkedOn, ...talk }) => ({
    ...talk,
    contact: contact?.fullName ?? null,
    talkedOn: fromDateColumn(talkedOn),
  })),
})

const strategyOf = ({ writtenBy, ...row }: Row['strategies'][number]): StrategyLine => ({
  ...row,
  fromOn: fromDateColumn(row.fromOn),
  untilOn: fromDateColumnOrNull(row.untilOn),
  effect: row.effect as Effect | null,
  writtenBy: nameOf(writtenBy),
})

function lineOf(row: Row, today: IsoDate, calendar: SchoolCalendar): ConcernLine {
  const raisedBy = row.raisedBy as RaisedBy
  const raisedOn = fromDateColumn(row.raisedOn)
  const answeredOn = fromDateColumnOrNull(row.answeredOn)
  const decisions = row.decisions.map(decisionOf)
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
    signs: row.signs as Sign[],
    writtenBy: row.writtenBy.role === 'parent' ? null : nameOf(row.writtenBy),
    asksToTalk: row.asksToTalk,
    decision: row.decision as ConcernDecision | null,
    answeredOn,
    decisions: decisions.toReversed(),
    strategies: row.strategies.map(strategyOf),
    wait: concernWait(facts, today, calendar),
    waits: concernWaits(facts, today, calendar),
  }
}

/** A concern of years ago waited in school days too. */
const reachingBack = (calendar: SchoolCalendar, rows: readonly Row[]): SchoolCalendar => {
  const oldest = rows.at(-1)
  return oldest ? withStandardYearsBack(calendar, fromDateColumn(oldest.raisedOn)) : calendar
}

type Asked = { pupilId: string; today: IsoDate; calendar: SchoolCalendar }

/** The concerns about a pupil, newest first, for the staff who work with them. */
export async function concernsOf(
  tx: SchoolTx,
  actor: Actor,
  { pupilId, today, calendar }: Asked,
): Promise<ConcernLine[]> {
  if (!concernPolicy.read(actor, { schoolId: actor.schoolId, pupilId })) return []
  const rows = await rowsOf(tx, { pupilId })
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
  const rows = await rowsOf(tx, { pupilId, id })
  return rows[0] ? lineOf(rows[0], today, reachingBack(calendar, rows)) : null
}

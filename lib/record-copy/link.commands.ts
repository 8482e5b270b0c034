import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { serviceIn } from '@/lib/mail/delivery.commands'
import { recordVersions } from '@/lib/parent-meeting/signing.reads'
import { changedLines, type LineChange, type RecordLine } from '@/lib/parent-meeting/signing.rules'
import { recordLines } from '@/lib/parent-meeting/signing.words'
import { asActor, beforeAnySchool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { subjectOf, tokenHash } from '@/lib/session/cookie.rules'
import { findLinkedCopy } from './reads'
import { opensRecord } from './rules'
import type { BornForm } from './schema'

/** Wrong links from one address, and wrong dates of birth for one link, in 15 minutes before a wait begins. */
const LINK_ATTEMPTS = 20
const BORN_ATTEMPTS = 5

export type Asking = { token: string; address: string; now: Date }

/** What a link shows to whoever holds it, and, once the date of birth was given, the record itself. */
export type LinkedRecord = {
  givenName: string
  on: IsoDate
  schoolName: string
  record: {
    lines: RecordLine[]
    signedBy: string
    signedOn: IsoDate
    reason: string | null
    changes: LineChange[]
  } | null
}

const subjects = ({ token, address }: Pick<Asking, 'token' | 'address'>) => ({
  from: subjectOf('address', `link ${address}`, env().NEXTAUTH_SECRET),
  of: subjectOf('account', `record ${token}`, env().NEXTAUTH_SECRET),
})

async function placeOfLink({ token, address, now }: Asking) {
  const { from } = subjects({ token, address })
  const [waiting] = await beforeAnySchool(
    (db) =>
      db.$queryRaw<
        { until: Date | null }[]
      >`SELECT app.begin_sign_in(${[from]}, ${[LINK_ATTEMPTS]}, ${now}) AS until`,
  )
  if (waiting?.until) throw new NotFound('record, after too many tries')
  const [place] = await beforeAnySchool(
    (db) => db.$queryRaw<{ schoolId: string; membershipId: string; deliveryId: string }[]>`
      SELECT school_id::text AS "schoolId", membership_id::text AS "membershipId", delivery_id::text AS "deliveryId"
      FROM app.record_by_link(${tokenHash(token)})`,
  )
  if (!place) throw new NotFound('record')
  return place
}

const takeBack = ({ token, address }: Asking) =>
  beforeAnySchool(
    (db) =>
      db.$executeRaw`SELECT app.sign_in_succeeded('', ${subjects({ token, address }).from}, ${LINK_ATTEMPTS}::int)`,
  )

/**
 * What a link to a parent's copy shows: a first name and a day, and the record where the date of birth was given. A wrong
 * link, an expired one, and one of a parent who has been shut out since are refused alike.
 */
export async function openRecordLink(asking: Asking, isOpen: boolean): Promise<LinkedRecord> {
  const place = await placeOfLink(asking)
  const actor = serviceIn(place)
  const { now } = asking
  const found = await asActor(actor, async (tx) => {
    const copy = await findLinkedCopy(tx, place.deliveryId)
    const entry = { subjectId: place.deliveryId, ...(copy && { pupilId: copy.pupilId }) }
    if (!copy || !opensRecord(copy, now, schoolDay(now))) {
      await audit(tx, actor, { action: 'record-copy.link-refused', ...entry }, now)
      return null
    }
    const shown = { givenName: copy.givenName, on: copy.on, schoolName: copy.school.name }
    if (!isOpen) return { ...shown, record: null }
    const versions = await recordVersions(tx, copy.meetingId)
    const version = versions.find(({ number }) => number === copy.number)
    if (!version) return null
    const before = versions.find(({ number }) => number === copy.number - 1)
    const lines = recordLines(version.content, copy.givenName, true)
    await audit(tx, actor, { action: 'record-copy.read', ...entry }, now)
    const { signedBy, signedOn, reason } = version
    const changes = before ? changedLines(recordLines(before.content, copy.givenName, true), lines) : []
    return { ...shown, record: { lines, signedBy, signedOn, reason, changes } }
  })
  if (!found) throw new NotFound('record')
  await takeBack(asking)
  return found
}

/** Whether the date of birth is the child's; after five wrong ones a wait begins, whatever is said. */
export async function giveBorn(asking: Asking, { born }: BornForm): Promise<Outcome<null>> {
  const place = await placeOfLink(asking)
  const { of } = subjects(asking)
  const { now } = asking
  const [waiting] = await beforeAnySchool(
    (db) =>
      db.$queryRaw<
        { until: Date | null }[]
      >`SELECT app.begin_sign_in(${[of]}, ${[BORN_ATTEMPTS]}, ${now}) AS until`,
  )
  if (waiting?.until)
    return refuse('born', 'There were too many tries. Wait 15 minutes, then try again, or ask the school')
  const actor = serviceIn(place)
  const isRight = await asActor(actor, async (tx) => {
    const copy = await findLinkedCopy(tx, place.deliveryId)
    if (!copy || !opensRecord(copy, now, schoolDay(now))) return null
    if (copy.dateOfBirth === born) return true
    const { pupilId } = copy
    await audit(tx, actor, { action: 'record-copy.born-refused', subjectId: place.deliveryId, pupilId }, now)
    return false
  })
  if (isRight === null) throw new NotFound('record')
  await takeBack(asking)
  if (!isRight)
    return refuse('born', 'That is not the date of birth the school has. Check it, then try again')
  await beforeAnySchool(
    (db) => db.$executeRaw`SELECT app.sign_in_succeeded(${of}, '', ${BORN_ATTEMPTS}::int)`,
  )
  return { ok: true, value: null }
}

import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import type { BroadArea, KeptNeed } from '@/lib/sen-status/needs.rules'
import type { KnownContact, KnownInFull, KnownSchool, KnownTie } from './known.rules'
import type { NeedCode } from './need-words.rules'
import type { StatusPeriod } from './status-steps.rules'

type PupilColumns = Omit<KnownInFull, 'periods' | 'needs' | 'parents' | 'openNeeds' | 'openCycle'>
type OfPupil<T> = T & { pupilId: string }
type NeedColumns = OfPupil<KeptNeed & { until: IsoDate | null }>

/**
 * The whole school as an import is compared with it, in six statements however many pupils there are. `toChange` keeps
 * anybody else from changing a pupil's entry until the transaction ends.
 */
export async function knownSchool(
  tx: SchoolTx,
  { toChange = false }: { toChange?: boolean } = {},
): Promise<KnownSchool> {
  if (toChange) await tx.$executeRaw`SELECT id FROM pupils ORDER BY id FOR NO KEY UPDATE`
  const pupils = await tx.$queryRaw<PupilColumns[]>`
    SELECT p.id::text, p.version, p.upn, p.family_name AS "familyName", p.given_name AS "givenName",
      p.preferred_name AS "preferredName", p.date_of_birth::text AS "dateOfBirth", p.sex, p.year_group AS "yearGroup",
      c.name AS "className", p.home_language AS "homeLanguage"
    FROM pupils p LEFT JOIN classes c ON c.school_id = p.school_id AND c.id = p.class_id ORDER BY p.id`
  const periods = byPupil(
    await tx.$queryRaw<OfPupil<StatusPeriod>[]>`
    SELECT pupil_id::text AS "pupilId", id::text, status, from_on::text AS "from", until_on::text AS "until"
    FROM sen_statuses ORDER BY from_on`,
  )
  // A need closed before its first day never held (lib/sen-status/needs.commands.ts).
  const needs = byPupil(
    await tx.$queryRaw<NeedColumns[]>`
    SELECT pupil_id::text AS "pupilId", id::text, code, rank, broad_area AS "broadArea", from_on::text AS "from",
      until_on::text AS "until"
    FROM sen_needs WHERE until_on IS NULL OR until_on >= from_on ORDER BY rank, from_on, id`,
  )
  const cycles = byPupil(
    await tx.$queryRaw<OfPupil<{ id: string; number: number; startedOn: IsoDate }>[]>`
    SELECT pupil_id::text AS "pupilId", id::text, number, started_on::text AS "startedOn" FROM cycles WHERE stage <> 'closed'`,
  )
  const ties = byPupil(
    await tx.$queryRaw<OfPupil<KnownTie>[]>`
    SELECT t.pupil_id::text AS "pupilId", t.id::text, t.contact_id::text AS "contactId", t.version AS "tieVersion",
      c.full_name AS name, c.email, t.relationship, t.has_parental_responsibility AS "hasParentalResponsibility",
      c.version IS DISTINCT FROM c.imported_version OR t.restricted_from IS NOT NULL AS "isKept"
    FROM pupil_contacts t JOIN contacts c ON c.school_id = t.school_id AND c.id = t.contact_id ORDER BY t.priority, t.id`,
  )
  const contacts = await tx.$queryRaw<KnownContact[]>`
    SELECT c.id::text, c.full_name AS name, c.email, c.version, EXISTS (SELECT FROM pupil_contacts t
      WHERE t.school_id = c.school_id AND t.contact_id = c.id AND t.restricted_from IS NOT NULL) AS "isRestricted"
    FROM contacts c ORDER BY c.id`
  return {
    pupils: pupils.map((pupil) => {
      const own = needs.get(pupil.id) ?? []
      return {
        ...pupil,
        periods: periods.get(pupil.id) ?? [],
        needs: lastNeeds(own),
        openNeeds: own.filter(({ until }) => until === null),
        openCycle: cycles.get(pupil.id)?.[0] ?? null,
        parents: ties.get(pupil.id) ?? [],
      }
    }),
    contacts,
  }
}

/** The needs that go on; where none does, those that ended last. */
function lastNeeds(needs: readonly { code: string; broadArea: BroadArea | null; until: IsoDate | null }[]) {
  const ends = needs.map(({ until }) => until)
  const last = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null)
  const held = needs.filter(({ until }) => until === last)
  // The codes are those of the table of need types; a test compares it with the rules.
  return [...new Set(held.map(({ code }) => code as NeedCode))]
}

function byPupil<T extends { pupilId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const own = found.get(row.pupilId)
    if (own) own.push(row)
    else found.set(row.pupilId, [row])
  }
  return found
}

import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { catalogueEntries, ownForms } from '@/lib/catalogue/reads'
import { type CatalogueEntry, formsOffered } from '@/lib/catalogue/rules'
import { type CycleHeader, type CyclePlace, openPlanToWrite } from '@/lib/cycle/hold.reads'
import type { Actor, Role } from '@/lib/platform/actor'
import { fromDateColumnOrNull, toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { provisionPolicy } from './policy'

export type DraftProvision = {
  id: string
  version: number
  what: string
  deliveredById: string | null
  deliverer: string | null
  place: string | null
  minutes: number | null
  perWeek: number | null
  groupSize: number | null
  from: IsoDate | null
  until: IsoDate | null
  outcomeIds: string[]
  catalogueEntryId: string | null
  form: string | null
  wave: string | null
  additional: boolean
  fromOutside: boolean
  alsoGivenBy: string[]
  equipment: string | null
  inPlaceOn: IsoDate | null
  care: boolean
}

export type ProvisionPage = {
  cycle: CycleHeader
  provision: DraftProvision | null
  outcomes: { id: string; willDo: string }[]
  staff: { id: string; name: string; role: Role }[]
  /** The kinds of support the school offers, and the entries of its catalogue (P47, 6.50). */
  forms: string[]
  entries: CatalogueEntry[]
}

async function findDraft(tx: SchoolTx, cycleId: string, provisionId: string): Promise<DraftProvision> {
  const row = await tx.provision.findFirst({
    where: { id: provisionId, cycleId, removedAt: null },
    include: { outcomes: { select: { outcomeId: true } } },
  })
  if (!row) throw new NotFound(`provision ${provisionId}`)
  const { id, version, what, deliveredById, deliverer, place, minutes, perWeek, groupSize } = row
  return {
    ...{ id, version, what, deliveredById, deliverer, place, minutes, perWeek, groupSize },
    from: fromDateColumnOrNull(row.fromOn),
    until: fromDateColumnOrNull(row.untilOn),
    outcomeIds: row.outcomes.map(({ outcomeId }) => outcomeId),
    catalogueEntryId: row.catalogueEntryId,
    ...{ form: row.form, wave: row.wave, additional: row.additional, fromOutside: row.fromOutside },
    ...{ alsoGivenBy: row.alsoGivenBy, equipment: row.equipment, care: row.care },
    inPlaceOn: fromDateColumnOrNull(row.inPlaceOn),
  }
}

async function staffWhoGive(tx: SchoolTx, today: IsoDate, also: readonly string[]) {
  const day = toDateColumn(today)
  const rows = await tx.membership.findMany({
    where: {
      role: { in: ['class-teacher', 'teaching-assistant', 'senco', 'headteacher'] },
      OR: [{ untilOn: null }, { untilOn: { gte: day } }, { id: { in: [...also] } }],
    },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }],
    select: { id: true, givenName: true, familyName: true, role: true },
  })
  return rows.map(({ id, givenName, familyName, role }) => ({
    id,
    name: `${givenName} ${familyName}`,
    role: role as Role,
  }))
}

/** A new provision of a draft, or one as a teacher of the pupil changes it (6.40, 6.48). */
export function getProvision(
  actor: Actor,
  place: CyclePlace,
  provisionId: string | null,
  now: Date,
): Promise<ProvisionPage> {
  return asActor(actor, async (tx) => {
    const cycle = await openPlanToWrite(tx, actor, place, 'provision', now, provisionPolicy.write)
    const provision = provisionId === null ? null : await findDraft(tx, cycle.cycleId, provisionId)
    const outcomes = await tx.outcome.findMany({
      where: { cycleId: cycle.cycleId, removedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, willDo: true },
    })
    return {
      cycle,
      provision,
      outcomes,
      staff: await staffWhoGive(tx, schoolDay(now), [
        ...(provision?.deliveredById ? [provision.deliveredById] : []),
        ...(provision?.alsoGivenBy ?? []),
      ]),
      forms: formsOffered(await ownForms(tx), provision?.form ?? null),
      entries: (await catalogueEntries(tx)).filter(
        ({ id, retiredOn }) => retiredOn === null || id === provision?.catalogueEntryId,
      ),
    }
  })
}

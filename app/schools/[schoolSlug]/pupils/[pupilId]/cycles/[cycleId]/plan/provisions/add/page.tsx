import { inBox } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { CatalogueChoice } from '@/components/provision/catalogue-choice'
import { ProvisionForm } from '@/components/provision/provision-form'
import { prefillOf } from '@/lib/catalogue/rules'
import { roleWords } from '@/lib/person/words'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getProvision } from '@/lib/provision/queries'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitProvision } from '../actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }>
  searchParams: Promise<{ entry?: string | string[] }>
}

export default async function AddProvisionPage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, outcomes, staff, forms, entries } = await orNotFound(getProvision(actor, place, null, now()))
  const { entry: asked } = await searchParams
  const chosen = entries.find(({ id }) => id === asked) ?? null
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <CatalogueChoice
        entries={entries}
        chosen={chosen}
        address={cycleAddress(place, '/plan/provisions/add')}
      />
      <ProvisionForm
        // Another entry is another form: what was filled in before is not left standing in it.
        key={chosen?.id ?? ''}
        action={submitProvision.bind(null, place)}
        initial={{
          additional: 'additional',
          ...(chosen && inBox(prefillOf(chosen))),
          ...(outcomes.length === 1 && { outcomeIds: outcomes.map(({ id }) => id) }),
        }}
        forms={forms}
        title={`Add a provision for ${cycle.givenName}`}
        givenName={cycle.givenName}
        outcomes={outcomes.map(({ id, willDo }, index) => ({ value: id, label: `${index + 1}. ${willDo}` }))}
        staff={staff.map(({ id, name, role }) => ({ value: id, label: `${name}, ${roleWords(role)}` }))}
      />
    </>
  )
}

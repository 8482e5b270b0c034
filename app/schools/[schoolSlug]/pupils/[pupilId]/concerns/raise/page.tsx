import { BackLink } from '@/components/look/back-link'
import { ConcernForm } from '@/components/concern/concern-form'
import { boxesOf } from '@/components/pupil/boxes'
import { getConcernToRaise } from '@/lib/concern/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitConcern } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string }>
  searchParams: Promise<{ checked?: string }>
}

export default async function RaiseConcernPage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const { checked: given } = await searchParams
  const { pupil, parents, checked, today } = await orNotFound(
    getConcernToRaise(actor, pupilId, now(), given ?? null),
  )
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <ConcernForm
        action={submitConcern.bind(null, { schoolSlug, pupilId: pupil.id })}
        name={pupil.name}
        parents={parents}
        initial={{
          ...boxesOf('raisedOn', today),
          ...(checked && { raisedBy: 'staff', signs: checked.signs }),
        }}
        checkedId={checked?.id ?? ''}
      />
    </>
  )
}

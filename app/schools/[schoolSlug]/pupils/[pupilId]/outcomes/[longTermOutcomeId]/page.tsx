import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { LifeList } from '@/components/outcome/life-list'
import { LifeForm, LongTermForm } from '@/components/outcome/long-term-form'
import { longTermValues } from '@/components/outcome/initial'
import { boxesOf } from '@/components/pupil/boxes'
import { Saved } from '@/components/pupil/saved'
import { getLongTermOutcome } from '@/lib/outcome/long-term.queries'
import { nextSteps } from '@/lib/outcome/long-term.rules'
import { lifeSentence } from '@/lib/outcome/long-term.words'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitLongTermChange, submitStep } from '../actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; longTermOutcomeId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Record<string, string> = {
  proposed: 'The long-term outcome is proposed. Parents read it once you work towards it',
  changed: 'The long-term outcome was saved',
  step: 'The step was saved, with its day and reason',
}

export default async function LongTermOutcomePage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId, longTermOutcomeId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(
    getLongTermOutcome(actor, idOrNotFound(pupilId), idOrNotFound(longTermOutcomeId), now()),
  )
  const { pupil, outcome, steps, mayWrite, today } = page
  const at = { schoolSlug, pupilId: pupil.id, id: outcome.id, version: outcome.version }
  const title = `Long-term outcome of ${pupil.name}`
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle lead={lifeSentence(outcome)}>{title}</PageTitle>
      <div className="cols">
        <div>
          <Card heading="What it says">
            <LifeList outcome={outcome} steps={steps} givenName={pupil.givenName} />
          </Card>
          {mayWrite && (
            <Card heading="Change what it says">
              <LongTermForm
                action={submitLongTermChange.bind(null, at)}
                title={title}
                initial={longTermValues(outcome)}
                givenName={pupil.givenName}
                button="Save"
                isPart
              />
            </Card>
          )}
        </div>
        {mayWrite && (
          <Card heading="What comes next">
            <LifeForm
              action={submitStep.bind(null, at)}
              initial={boxesOf('on', today)}
              steps={nextSteps(outcome.status)}
            />
          </Card>
        )}
      </div>
    </>
  )
}

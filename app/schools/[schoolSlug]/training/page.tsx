import { ActForm } from '@/components/cycle/act-form'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { Lacking } from '@/components/training/lacking'
import { TrainingForm } from '@/components/training/training-form'
import { roleWords } from '@/lib/person/words'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { getTraining } from '@/lib/training/queries'
import { trainingWords } from '@/lib/training/words'
import { submitEndTraining, submitTraining } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string }>
  searchParams: Promise<{ saved?: string; person?: string; training?: string }>
}

const SAVED: Readonly<Record<string, string>> = {
  recorded: 'The training is recorded',
  ended: 'The training has ended',
}

/** What training staff hold, and who gives something without it. */
export default async function TrainingPage({ params, searchParams }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const { people, lacking, asked } = await orNotFound(getTraining(actor, now()))
  const { saved, person = '', training = '' } = await searchParams
  const trained = people.filter(({ trainings }) => trainings.length > 0)
  const title = 'Training of staff'
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/settings`}>Back to the school</BackLink>
      <Saved words={SAVED[saved ?? '']} />
      <PageTitle lead="Support is given by staff with the skills for it (Code 6.50)">{title}</PageTitle>
      <div className="cols">
        <div>
          {lacking.length > 0 && (
            <Card heading="Not recorded yet">
              <Lacking lacking={lacking} />
            </Card>
          )}
          <Card heading="Training held">
            {trained.length === 0 && <p>None is recorded yet.</p>}
            {trained.map(({ membershipId, name, role, trainings }) => (
              <section key={membershipId} aria-label={name}>
                <h3>
                  {name}, {roleWords(role)}
                </h3>
                <ul className="lines">
                  {trainings.map((held) => (
                    <li key={held.id}>
                      <p>{trainingWords(held)}</p>
                      <ActForm
                        action={submitEndTraining.bind(null, {
                          schoolSlug,
                          trainingId: held.id,
                          version: held.version,
                        })}
                        button={
                          <>
                            End today
                            <span className="govuk-visually-hidden">
                              : {held.training}, {name}
                            </span>
                          </>
                        }
                        secondary
                      />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </Card>
        </div>
        <Card heading="Record a training">
          <TrainingForm
            key={saved}
            action={submitTraining.bind(null, { schoolSlug })}
            initial={{ membershipId: person, training }}
            title={title}
            staff={people.map(({ membershipId, name, role }) => ({
              value: membershipId,
              label: `${name}, ${roleWords(role)}`,
            }))}
            asked={asked}
          />
        </Card>
      </div>
    </>
  )
}

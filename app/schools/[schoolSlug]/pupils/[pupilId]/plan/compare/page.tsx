import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { longDate } from '@/lib/calendar/iso-date'
import { compareVersions } from '@/lib/plan/queries'
import { partWords } from '@/lib/plan/words'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../where'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string }>
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>
}

const one = (given: string | string[] | undefined) => (typeof given === 'string' ? given : '')

/** Any two versions of a pupil's plan, in plain sentences. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId } = await params
  const asked = await searchParams
  const actor = await requireActor(schoolSlug)
  const compared = await orNotFound(compareVersions(actor, pupilId, [one(asked.from), one(asked.to)], now()))
  const { pupil, from, to, sentences } = compared
  const base = pupilAddress({ schoolSlug, pupilId: pupil.id })
  const parts = [...new Set(sentences.map(({ part }) => part))]
  return (
    <>
      <DocumentTitle>{`What is different in the plan of ${pupil.name}`}</DocumentTitle>
      <BackLink href={`${base}/plan/versions`}>Back to the versions</BackLink>
      <PageTitle
        lead={`Cycle ${from.cycleNumber}, version ${from.number}, and cycle ${to.cycleNumber}, version ${to.number}, from ${longDate(to.appliesFrom)}`}
      >
        What is different in the plan of {pupil.name}
      </PageTitle>
      {to.reason && <p className="govuk-inset-text">Why: {to.reason}</p>}
      {parts.length === 0 && <p>Nothing is different.</p>}
      {parts.map((part) => (
        <Card key={part} heading={partWords[part]}>
          <ul>
            {sentences
              .filter((line) => line.part === part)
              .map(({ sentence }) => (
                <li key={sentence}>{sentence}</li>
              ))}
          </ul>
        </Card>
      ))}
    </>
  )
}

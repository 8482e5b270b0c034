import { z } from 'zod'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { SuggestionAnswerForm } from '@/components/suggestion/answer-form'
import { SuggestionText } from '@/components/suggestion/suggestion-text'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { getSuggestion } from '@/lib/suggestion/queries'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitSuggestionAnswer } from '../actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; suggestionId: string }>
}

export default async function AnswerSuggestionPage({ params }: Props) {
  const place = placeOf(cyclePlace.extend({ suggestionId: z.uuid() }), await params)
  const actor = await requireActor(place.schoolSlug)
  const { suggestion, parts } = await orNotFound(getSuggestion(actor, place, now()))
  const title = `Answer what ${suggestion.from} suggests`
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <PageTitle>{title}</PageTitle>
      <Card label="The suggestion">
        <SuggestionText suggestion={suggestion} />
      </Card>
      <SuggestionAnswerForm action={submitSuggestionAnswer.bind(null, place)} title={title} parts={parts} />
    </>
  )
}

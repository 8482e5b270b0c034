import { headers } from 'next/headers'
import { AnswerForm } from '@/components/invitation/answer-form'
import { Shell } from '@/components/look/shell'
import { Saved } from '@/components/pupil/saved'
import { timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import { openLink } from '@/lib/invitation/link.commands'
import { answerWordsForFamily } from '@/lib/invitation/words'
import { addressOf } from '@/lib/platform/address'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { submitAnswer } from './actions'

type Props = { params: Promise<{ linkToken: string }>; searchParams: Promise<{ saved?: string }> }

// No referrer policy of its own: with “no-referrer” a browser names no origin, and a form sent without JavaScript is refused.
export const metadata = { robots: { index: false, follow: false } }

/** A parent answers an invitation without an account: a first name, a time, and nothing else about the child. */
export default async function AnswerPage({ params, searchParams }: Props) {
  const { linkToken: token } = await params
  const asking = { token, address: addressOf(await headers()), now: now() }
  const { givenName, on, at, answer } = await orNotFound(openLink(asking))
  const title = `Meeting about ${givenName}`
  return (
    <Shell home="/sign-in" variant="family">
      <Saved
        words={
          (await searchParams).saved === 'answered' ? 'Thank you. The school has your answer' : undefined
        }
      />
      <h1>{title}</h1>
      <p className="lead">
        {weekdayDate(on)}
        {at && `, ${timeOfDay(at)}`}
      </p>
      {answer && <p>{answerWordsForFamily[answer]} You can change it here until the day.</p>}
      <AnswerForm
        action={submitAnswer.bind(null, token)}
        initial={answer ? { answer } : {}}
        title={title}
        legend="Can you come?"
      />
      <p>
        <a href={`/answer/${encodeURIComponent(token)}/calendar`}>Put it in my calendar</a>
      </p>
    </Shell>
  )
}

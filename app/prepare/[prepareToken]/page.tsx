import { headers } from 'next/headers'
import { Shell } from '@/components/look/shell'
import { LinkPointsForm } from '@/components/parent-point/points-form'
import { Saved } from '@/components/pupil/saved'
import { timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import { openPreparation } from '@/lib/invitation/link.commands'
import { listed } from '@/lib/parent-meeting/line.words'
import { addressOf } from '@/lib/platform/address'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { submitPreparation } from './actions'

type Props = { params: Promise<{ prepareToken: string }>; searchParams: Promise<{ saved?: string }> }

export const metadata = { robots: { index: false, follow: false } }

/** A parent says without an account what they bring to a meeting: a first name, a time, and nothing else about the child. */
export default async function PreparePage({ params, searchParams }: Props) {
  const { prepareToken: token } = await params
  const asking = { token, address: addressOf(await headers()), now: now() }
  const { givenNames, on, at } = await orNotFound(openPreparation(asking))
  const title = `Before the meeting about ${listed(givenNames)}`
  const isSaved = (await searchParams).saved === 'sent'
  return (
    <Shell home="/sign-in" variant="family">
      <Saved words={isSaved ? 'Thank you. The school has your words' : undefined} />
      <h1>{title}</h1>
      <p className="lead">
        {weekdayDate(on)}
        {at && `, ${timeOfDay(at)}`}
      </p>
      <p>
        {isSaved
          ? 'You can add more until the day. What you sent is not shown here again, so that nobody else reads it.'
          : 'Write as much or as little as you like: one answer is enough. It is talked about at the meeting, in your own words. Nobody changes them.'}
      </p>
      <LinkPointsForm
        action={submitPreparation.bind(null, token)}
        initial={{ formKey: crypto.randomUUID(), about: '0' }}
        title={title}
        givenNames={givenNames}
      />
    </Shell>
  )
}

import { headers } from 'next/headers'
import { DocumentTitle } from '@/components/look/document-title'
import { Shell } from '@/components/look/shell'
import { ChooseForm } from '@/components/meeting-round/choose-form'
import { Saved } from '@/components/pupil/saved'
import { timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import { openChoice } from '@/lib/meeting-round/link.commands'
import { addressOf } from '@/lib/platform/address'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { submitChoice } from './actions'

type Props = { params: Promise<{ linkToken: string }>; searchParams: Promise<{ saved?: string }> }

export const metadata = { robots: { index: false, follow: false } }

/** A parent chooses a time without an account: a first name, times, and nothing else about the child. */
export default async function ChooseTimePage({ params, searchParams }: Props) {
  const { linkToken: token } = await params
  const asking = { token, address: addressOf(await headers()), now: now() }
  const { givenName, minutes, until, chosen, times } = await orNotFound(openChoice(asking))
  const title = `Meeting about ${givenName}`
  return (
    <Shell home="/sign-in" variant="family">
      <Saved
        words={
          (await searchParams).saved === 'chosen' ? 'Thank you. The school has the time you chose' : undefined
        }
      />
      <h1>{title}</h1>
      {chosen ? (
        <>
          <DocumentTitle>{title}</DocumentTitle>
          <p className="lead">
            {weekdayDate(chosen.day)}, {timeOfDay(chosen.at)}
          </p>
          <p>This is the time of your meeting. If you cannot come after all, please tell the school.</p>
        </>
      ) : (
        <>
          <p className="lead">
            Please choose a time by {weekdayDate(until)}. We have planned {minutes} minutes.
          </p>
          <ChooseForm action={submitChoice.bind(null, token)} title={title} times={times} />
        </>
      )}
    </Shell>
  )
}

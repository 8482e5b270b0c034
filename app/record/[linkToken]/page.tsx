import { cookies, headers } from 'next/headers'
import { HowToPrint } from '@/components/family/how-to-print'
import { Shell } from '@/components/look/shell'
import { RecordLines } from '@/components/parent-meeting/record-lines'
import { Changes } from '@/components/parent-meeting/version'
import { BornForm } from '@/components/record-copy/born-form'
import { longDate } from '@/lib/calendar/iso-date'
import { addressOf } from '@/lib/platform/address'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { openRecordLink } from '@/lib/record-copy/link.commands'
import { isOpened, OPENED_COOKIE } from '@/lib/record-copy/token'
import { submitBorn } from './actions'

type Props = { params: Promise<{ linkToken: string }> }

// No referrer policy of its own: with “no-referrer” a browser names no origin, and a form sent without JavaScript is refused.
export const metadata = { robots: { index: false, follow: false } }

/** A parent reads their copy of a record without an account: a first name and a day, until the date of birth is given. */
export default async function RecordLinkPage({ params }: Props) {
  const { linkToken: token } = await params
  const at = now()
  const isOpen = isOpened(token, (await cookies()).get(OPENED_COOKIE)?.value, at)
  const asking = { token, address: addressOf(await headers()), now: at }
  const { givenName, on, schoolName, record } = await orNotFound(openRecordLink(asking, isOpen))
  const title = `The record of your meeting about ${givenName}`
  return (
    <Shell home="/sign-in" variant="family">
      <h1>{title}</h1>
      <p className="lead">
        {longDate(on)}, {schoolName}
      </p>
      {record ? (
        <section className="card" aria-label="The record">
          {record.reason && (
            <>
              <p className="pre">The record was changed: {record.reason}</p>
              <Changes changes={record.changes} />
            </>
          )}
          <RecordLines lines={record.lines} />
          <p>
            Signed off by {record.signedBy} on {longDate(record.signedOn)}. If anything is not as you remember
            it, or not clear, please tell the school.
          </p>
          <HowToPrint what="this page" />
        </section>
      ) : (
        <BornForm
          action={submitBorn.bind(null, token)}
          title={title}
          legend={`What is ${givenName}’s date of birth?`}
        />
      )}
    </Shell>
  )
}

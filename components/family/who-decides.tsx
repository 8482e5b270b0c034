import { longDate } from '@/lib/calendar/iso-date'
import type { Child } from '@/lib/family/rules'

/** Once compulsory school age has ended the young person decides, and the page says so plainly (1.12). */
export function WhoDecides({ child: { givenName, decidesSince } }: { child: Child }) {
  if (!decidesSince) return null
  return (
    <p className="govuk-inset-text">
      Since {longDate(decidesSince)}, {givenName} has been over compulsory school age. Decisions about this
      support are now {givenName}’s own, and you can help if {givenName} wants you to. Whether a young person
      can make a decision is looked at one decision at a time.
    </p>
  )
}

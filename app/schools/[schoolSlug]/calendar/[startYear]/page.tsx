import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { CalendarForm } from '@/components/school/calendar-form'
import { calendarValues } from '@/components/school/initial'
import { dateRange } from '@/lib/calendar/iso-date'
import type { SchoolYear } from '@/lib/calendar/school-year'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getCalendarToChange } from '@/lib/school/queries'
import { requireActor } from '@/lib/session/require'
import { submitCalendar } from './actions'

type Props = { params: Promise<{ schoolSlug: string; startYear: string }> }

/** Sets one school year; the usual dates are there as a start. */
export default async function ChangeCalendarPage({ params }: Props) {
  const { schoolSlug, startYear } = await params
  const actor = await requireActor(schoolSlug)
  const calendar = await orNotFound(getCalendarToChange(actor, Number(startYear) as SchoolYear, now()))
  const { name, bounds, version, year } = calendar
  const title = `Calendar of ${name}`
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/calendar`}>Back to the calendar</BackLink>
      <PageTitle lead={`The school year runs ${dateRange(bounds.firstDay, bounds.lastDay)}`}>
        {title}
      </PageTitle>
      {version === 0 && (
        <p className="govuk-inset-text">
          These are the usual dates in England. Change them to your own, then save: until then they stand in.
        </p>
      )}
      <CalendarForm
        action={submitCalendar.bind(null, { schoolSlug, year, version })}
        title={title}
        {...calendarValues(calendar)}
      />
    </>
  )
}

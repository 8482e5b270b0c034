import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { CalendarYear } from '@/components/school/calendar-year'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getCalendar } from '@/lib/school/queries'
import { schoolDaysWords } from '@/lib/school/words'
import { requireActor } from '@/lib/session/require'

type Props = { params: Promise<{ schoolSlug: string }>; searchParams: Promise<{ saved?: string }> }

/** The school's years: terms, closed days, school days, and when meetings are due. */
export default async function CalendarPage({ params, searchParams }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const { years, warnSchoolDays, maySetUp } = await orNotFound(getCalendar(actor, now()))
  const base = `/schools/${schoolSlug}`
  return (
    <>
      <DocumentTitle>Calendar</DocumentTitle>
      {maySetUp && <BackLink href={`${base}/settings`}>Back to the school</BackLink>}
      <Saved words={(await searchParams).saved === 'calendar' ? 'The calendar is saved' : undefined} />
      <PageTitle
        lead={`A term’s meeting is due ${schoolDaysWords(warnSchoolDays)} before the term ends. Due days everywhere are reckoned with this calendar`}
      >
        Calendar
      </PageTitle>
      {years.map((year) => (
        <CalendarYear
          key={year.year}
          calendar={year}
          href={maySetUp ? `${base}/calendar/${year.year}` : null}
        />
      ))}
    </>
  )
}

import { AnswerCard } from '@/components/forecast/answer-card'
import { Breakdown } from '@/components/forecast/breakdown'
import { BunchedCard, GapCard } from '@/components/forecast/gap-card'
import { HeadingCard } from '@/components/forecast/heading-card'
import { WhatIfForm } from '@/components/forecast/what-if-form'
import { BackLink } from '@/components/look/back-link'
import { BurnUp } from '@/components/look/burn-up'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { PageTitle } from '@/components/look/page-title'
import { FormatsCard } from '@/components/oversight/formats-card'
import { weekdayDate } from '@/lib/calendar/iso-date'
import { getForecast } from '@/lib/forecast/queries'
import { counted, formatsOf, longGaps, stillNeeding } from '@/lib/forecast/rules'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Props = {
  params: Promise<{ schoolSlug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where the year is heading: today's states, what is booked, until when each pupil can be met, and what if. */
export default async function ForecastPage({ params, searchParams }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getForecast(actor, await searchParams, now()))
  const school = `/schools/${schoolSlug}`
  const everyone = counted(page.pupils)
  return (
    <>
      <DocumentTitle>Forecast</DocumentTitle>
      <BackLink href={`${school}/oversight`}>Back to oversight</BackLink>
      <PageTitle lead={`School year ${page.yearName}, as at ${weekdayDate(page.today)}.`}>Forecast</PageTitle>
      {everyone.length === 0 ? (
        <EmptyState heading="Nobody is on the register yet">
          <p>A forecast stands here once pupils are on the register.</p>
        </EmptyState>
      ) : (
        <>
          {page.answer && <AnswerCard answer={page.answer} school={school} />}
          <div className="cols">
            <div>
              <HeadingCard headings={page.headings} />
              <Card heading="Meetings held against needed">
                <BurnUp
                  id="forecast"
                  title="Parent meetings held, booked and needed over the year"
                  firstDay={page.firstDay}
                  lastDay={page.lastDay}
                  today={page.today}
                  {...page.burnUp}
                />
              </Card>
            </div>
            <div>
              <GapCard school={school} gaps={longGaps(page.pupils)} />
              <BunchedCard
                school={school}
                lines={everyone.filter(({ isBunched }) => isBunched).map(({ line }) => line)}
              />
              <FormatsCard {...formatsOf(everyone)} />
            </div>
          </div>
          {page.days.length > 0 && (
            <WhatIfForm
              action={`${school}/forecast`}
              school={school}
              needing={stillNeeding(page.pupils)}
              days={page.days}
              asked={page.asked}
            />
          )}
          <Breakdown school={school} pupils={everyone} needs={page.needs} />
        </>
      )}
    </>
  )
}

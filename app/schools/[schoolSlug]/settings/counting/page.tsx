import { CodeCard } from '@/components/counting/code-card'
import { CountingForm } from '@/components/counting/counting-form'
import { EffectCard } from '@/components/counting/effect-card'
import { HistoryCard } from '@/components/counting/history-card'
import { countingValues } from '@/components/counting/initial'
import { SaveCounting } from '@/components/counting/save-form'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { longDate } from '@/lib/calendar/iso-date'
import { getCounting } from '@/lib/counting/queries'
import { countingAsked } from '@/lib/counting/schema'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { showCounting, submitCounting } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where a school sets how it counts meetings: the effect on today's numbers is shown before anything is saved. */
export default async function CountingPage({ params, searchParams }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const query = await searchParams
  const page = await orNotFound(getCounting(actor, countingAsked(query), now()))
  const { counting, preview, number, nextYearFrom } = page
  const school = `/schools/${schoolSlug}`
  const title = 'How meetings are counted here'
  const isLater = preview?.asked.starts === 'next-year'
  const from = isLater ? `From ${longDate(nextYearFrom)}` : 'From today'
  return (
    <>
      <BackLink href={`${school}/settings`}>Back to the settings</BackLink>
      <Saved words={query['saved'] === 'counting' ? 'How meetings are counted is saved' : undefined} />
      <PageTitle lead={`School year ${page.yearName}`}>{title}</PageTitle>
      <div className="cols">
        <div>
          {preview && (
            <EffectCard
              now={counting}
              asked={preview.asked}
              effect={preview.effect}
              from={from}
              isLater={isLater}
            >
              <SaveCounting
                action={submitCounting.bind(null, { schoolSlug, number })}
                asked={preview.asked}
                button={isLater ? `Save it from ${longDate(nextYearFrom)}` : 'Save it from today'}
              />
            </EffectCard>
          )}
          <CountingForm
            key={JSON.stringify(preview?.asked ?? number)}
            action={showCounting.bind(null, { schoolSlug })}
            initial={countingValues(preview?.asked ?? counting)}
            title={title}
            nextYear={longDate(nextYearFrom)}
          />
          <HistoryCard history={page.history} />
        </div>
        <div>
          <CodeCard rule={page.rule} more={`${school}/parent-meetings/counted`} />
        </div>
      </div>
    </>
  )
}

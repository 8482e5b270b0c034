import { AllOfKind } from '@/components/flag/all-of-kind'
import { MeetingsCard } from '@/components/flag/meetings-card'
import { NeedsGroups } from '@/components/flag/needs-groups'
import { NothingWaits } from '@/components/flag/nothing-waits'
import { ClassesCard, SupportList } from '@/components/flag/support-part'
import { YearCard } from '@/components/flag/year-card'
import { RoundLink } from '@/components/review/round-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { getToday, listFlags } from '@/lib/flag/queries'
import { kindShown } from '@/lib/flag/schema'
import { kindHeading } from '@/lib/flag/words'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Props = {
  params: Promise<{ schoolSlug: string }>
  searchParams: Promise<{ show?: string | string[] }>
}

export default async function TodayPage({ params, searchParams }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const kind = kindShown((await searchParams).show)
  if (kind) {
    const flags = await orNotFound(listFlags(actor, kind, now()))
    return (
      <>
        <DocumentTitle>{kindHeading(kind)}</DocumentTitle>
        <AllOfKind schoolSlug={schoolSlug} kind={kind} flags={flags} />
      </>
    )
  }
  const page = await orNotFound(getToday(actor, now()))
  const { support, year, meetings, groups } = page
  return (
    <>
      <DocumentTitle>Today</DocumentTitle>
      <PageTitle lead={page.dayLine}>{page.greeting}</PageTitle>
      <div className="cols">
        <div>
          {groups.length === 0 && actor.role !== 'teaching-assistant' && (
            <NothingWaits schoolSlug={schoolSlug} isBeginning={year?.figures.pupils === 0} />
          )}
          <NeedsGroups schoolSlug={schoolSlug} groups={groups} />
          <RoundLink schoolSlug={schoolSlug} count={page.reviewsDue} />
          {support && actor.role === 'teaching-assistant' && (
            <SupportList schoolSlug={schoolSlug} support={support} />
          )}
        </div>
        <div>
          {meetings.length > 0 && <MeetingsCard schoolSlug={schoolSlug} meetings={meetings} />}
          {support && support.classes.length > 0 && <ClassesCard schoolSlug={schoolSlug} support={support} />}
          {year && year.figures.pupils > 0 && (
            <YearCard schoolSlug={schoolSlug} today={page.today} {...year} />
          )}
        </div>
      </div>
    </>
  )
}

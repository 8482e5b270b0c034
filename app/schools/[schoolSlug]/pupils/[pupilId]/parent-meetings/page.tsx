import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { CodeCard } from '@/components/counting/code-card'
import { ExplainedCard, NotCountedCard } from '@/components/parent-meeting/explained-card'
import { getExplained } from '@/lib/parent-meeting/explain.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

/** The meter of one pupil explained: each mark, what does not count and why, and what must happen by when. */
export default async function ExplainedPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getExplained(actor, pupilId, now()))
  const { pupil, meetings, explained } = page
  const school = `/schools/${schoolSlug}`
  const base = `${school}/pupils/${pupil.id}`
  const title = `How ${pupil.givenName}’s meetings are counted`
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <BackLink href={base}>Back to {pupil.name}</BackLink>
      <PageTitle
        lead={`School year ${page.yearName}`}
        actions={
          page.mayArrange && (
            <a className="govuk-button" href={`${base}/parent-meetings/arrange`}>
              Arrange a meeting
            </a>
          )
        }
      >
        {title}
      </PageTitle>
      <div className="cols">
        <div>
          <ExplainedCard meetings={meetings} explained={explained} href={`${base}/parent-meetings`} />
          <NotCountedCard explained={explained} href={`${base}/parent-meetings`} />
        </div>
        <div>
          <CodeCard rule={meetings.rule} more={`${school}/parent-meetings/counted`} />
        </div>
      </div>
    </>
  )
}

import { CodeCard } from '@/components/counting/code-card'
import { ExampleCard } from '@/components/counting/example-card'
import { MidnightCard } from '@/components/counting/midnight-card'
import { RuleCard } from '@/components/counting/rule-card'
import { SchoolCard } from '@/components/counting/school-card'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { getHowCounted } from '@/lib/counting/queries'
import { WORKED_EXAMPLES } from '@/lib/parent-meeting/examples.rules'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Props = { params: Promise<{ schoolSlug: string }> }

/** The rule of 6.65 with every worked example, each through the rule and the drawings the pages use. */
export default async function HowCountedPage({ params }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getHowCounted(actor, now()))
  const school = `/schools/${schoolSlug}`
  return (
    <>
      <DocumentTitle>How meetings are counted</DocumentTitle>
      {actor.role === 'governor' ? (
        <BackLink href={`${school}/oversight`}>Back to oversight</BackLink>
      ) : (
        <BackLink href={`${school}/sen-register`}>Back to the register</BackLink>
      )}
      <PageTitle lead={`School year ${page.yearName}`}>How meetings are counted</PageTitle>
      <div className="cols">
        <div>
          <RuleCard rule={page.rule} others={page.others} />
        </div>
        <div>
          <CodeCard rule={page.rule} />
          <SchoolCard
            counting={page.counting}
            year={page.year}
            href={page.maySet ? `${school}/settings/counting` : null}
          />
        </div>
      </div>
      <h2>Worked examples</h2>
      <p>
        Each is worked out here and now, by the rule that every page uses. They are all of one school year
        with 190 school days, from 2 September 2026 to 21 July 2027, in which meetings are due by 4 December,
        11 March and 7 July; the pupil is on SEN support all year unless it says otherwise.
      </p>
      <div className="examples">
        {WORKED_EXAMPLES.map((example) =>
          example.looks.length > 0 ? (
            <ExampleCard key={example.number} example={example} />
          ) : (
            <MidnightCard key={example.number} example={example} beginnings={page.midnight} />
          ),
        )}
      </div>
    </>
  )
}

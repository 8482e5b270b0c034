import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import type { Child, Help, SchoolPeople } from '@/lib/family/rules'
import { listed } from '@/lib/parent-meeting/line.words'
import { Advice, Office } from './help-links'

type Props = { child: Child; people: SchoolPeople; help: Help; base: string }

const named = (people: SchoolPeople['heads'], job: string) =>
  people.length > 0 ? `${listed(people.map(({ name }) => name))}, the ${job}` : `the ${job}`

// Nothing is asked before it: no number of plans, no sum of money, no progress made or not made (P108, P109).
function AskingYourself({ child: { givenName, decidesSince }, base }: Pick<Props, 'child' | 'base'>) {
  return (
    <Card heading="Asking for an EHC needs assessment" id="ehc-needs-assessment">
      <p>
        An EHC needs assessment is how the council finds out whether {givenName} needs an education, health
        and care plan (EHC plan): a plan with support that the council must see to.
      </p>
      {decidesSince ? (
        <p>
          <b>{givenName} can ask for it, at any time.</b> The right is {givenName}’s own now, and you can help
          to write the letter.
        </p>
      ) : (
        <p>
          <b>You can ask for it yourself, at any time.</b> You do not have to wait for anything.
        </p>
      )}
      <ul>
        <li>The school does not have to agree, and you need not ask the school first.</li>
        <li>It does not matter how many plans there have been, or what they cost.</li>
        <li>It does not matter if the school thinks that progress is fine.</li>
        <li>You do not need a diagnosis or a report.</li>
      </ul>
      <h3>How to ask</h3>
      <p>
        Write to the special educational needs team of your council. The address is in the council’s Local
        Offer. Say who {givenName} is, that you ask for an EHC needs assessment, and why you think it is
        needed. You may send <a href={`${base}/plan`}>{givenName}’s plan</a> with it, and the records of your
        meetings.
      </p>
      <p>
        The council must answer within six weeks. If it says no, it must tell you why, and how you can appeal.
        The advice service below can help with the letter and with an appeal.
      </p>
    </Card>
  )
}

/** Help that is not from the school, asking for an EHC needs assessment, and what to do when not happy (P94, P108, P109, P133, P137 to P140). */
export function HelpView({ child, people, help, base }: Props) {
  const { givenName } = child
  return (
    <>
      <BackLink href={base}>Back to {givenName}</BackLink>
      <PageTitle lead={`For ${givenName}’s family`}>Help and advice</PageTitle>
      <AskingYourself child={child} base={base} />
      <Card heading="Help that is not from the school" id="advice">
        <Advice help={help} />
      </Card>
      <Card heading="If you are not happy" id="not-happy">
        <p>You can say so at any time. It does not change the support that {givenName} has.</p>
        <ol>
          <li>
            Speak to {named(people.sencos, 'SENCO')}, or to {givenName}’s teacher. Ring <Office help={help} />
            .
          </li>
          <li>If that does not help, ask to see {named(people.heads, 'headteacher')}.</li>
          <li>
            If you are still not happy, make a complaint to the school’s governors. The school’s website says
            how, and the office must tell you if you ask.
          </li>
        </ol>
        <p>
          At each step {help.adviceName ?? 'the advice service above, your local SENDIASS,'} can tell you what
          you can expect of the school, help you to put it into words, and come with you.
        </p>
      </Card>
    </>
  )
}

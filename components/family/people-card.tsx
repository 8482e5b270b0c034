import { Card } from '@/components/look/card'
import type { Child, Help, SchoolPeople, SharedPlan } from '@/lib/family/rules'
import { personAndJob } from '@/lib/family/words'
import { Advice, Go, Office } from './help-links'

type Giver = { name: string; what: string[] }

function giversOf(plan: SharedPlan | null, fromSchool: boolean): Giver[] {
  const givers = new Map<string, string[]>()
  for (const { who, what } of plan?.support ?? [])
    if (who && who.isFromSchool === fromSchool) givers.set(who.name, [...(givers.get(who.name) ?? []), what])
  return [...givers].map(([name, what]) => ({ name, what }))
}

function Givers({ heading, givers }: { heading: string; givers: readonly Giver[] }) {
  if (givers.length === 0) return null
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {givers.map(({ name, what }) => (
          <li key={name}>
            {name}: {what.join('; ')}
          </li>
        ))}
      </ul>
    </>
  )
}

type Props = { plan: SharedPlan | null; people: SchoolPeople; child: Child; help: Help; base: string }

/** Who answers for the plan and who gives what, from the school and from outside it, and where there is help (P28, P31, P90, P133 to P140). */
export function PeopleCard({ plan, people, child, help, base }: Props) {
  const responsible = plan?.responsible ?? null
  const teachers = people.teachers.filter(({ id }) => id !== responsible?.id)
  return (
    <Card heading="People and help">
      {responsible && (
        <p>
          <b>{personAndJob(responsible)}</b>, is responsible for {child.givenName}’s plan.
        </p>
      )}
      {teachers.map((teacher) => (
        <p key={teacher.id}>
          <b>{personAndJob(teacher)}</b>, teaches {child.givenName}.
        </p>
      ))}
      {people.sencos
        .filter(({ id }) => id !== responsible?.id)
        .map((senco) => (
          <p key={senco.id}>
            <b>{personAndJob(senco)}</b>, leads special educational needs at {help.schoolName}.
          </p>
        ))}
      <p>
        To speak to someone at school, ring <Office help={help} />. What the school offers every child with
        special educational needs is in its SEN information report, on the school’s website.
      </p>
      <Givers heading={`Who at school helps ${child.givenName}`} givers={giversOf(plan, true)} />
      <Givers heading="Who else helps" givers={giversOf(plan, false)} />
      <h3>Help that is not from the school</h3>
      <Advice help={help} />
      <Go href={`${base}/help#not-happy`}>If you are not happy</Go>
      <Go href={`${base}/help#ehc-needs-assessment`}>
        {child.decidesSince
          ? 'Asking for an EHC needs assessment without the school'
          : 'Asking for an EHC needs assessment yourself'}
      </Go>
    </Card>
  )
}

import { Facts } from '@/components/look/card'
import { Meter } from '@/components/look/meter'
import { Outcome } from '@/components/look/outcome'
import { dayAndMonth, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { Aim, Child, Help, SchoolPeople, SharedPlan, Support } from '@/lib/family/rules'
import { consultationForFamily, howOftenHappened, receives, sheetHow } from '@/lib/family/words'
import { withUnit } from '@/lib/outcome/words'
import { PlanLines } from '@/components/plan-line/plan-lines'
import type { PlanLine } from '@/lib/plan-line/rules'
import { listed } from '@/lib/parent-meeting/line.words'
import type { ParentMeetingStanding } from '@/lib/parent-meeting/rules'
import { PaceTag } from './aim'
import { Voice } from './voice'

type Props = {
  edition: 'family' | 'school'
  today: IsoDate
  child: Child
  plan: SharedPlan | null
  lines: readonly PlanLine[]
  standing: ParentMeetingStanding
  people: SchoolPeople
  help: Help
}

const EDITIONS = { family: 'Family copy', school: 'School copy' } as const

function pointsOf({ measure, baseline, baselineOn, latest, target, by, unit }: Aim) {
  return [
    ...(baseline === null
      ? []
      : [{ term: baselineOn ? `Start, ${dayAndMonth(baselineOn)}` : 'Start', is: withUnit(baseline, unit) }]),
    ...(latest ? [{ term: `Now, ${dayAndMonth(latest.on)}`, is: withUnit(latest.value, unit) }] : []),
    ...(target === null
      ? []
      : [{ term: by ? `Target, by ${dayAndMonth(by)}` : 'Target', is: withUnit(target, unit) }]),
    ...(measure === null ? [] : [{ term: 'How we will know', is: measure }]),
  ]
}

function Given({ support }: { support: Support }) {
  const how = sheetHow(support)
  const happened = howOftenHappened(support)
  return (
    <>
      <b>{support.what}</b>
      {how && `, ${how}`}.
      {happened && (
        <>
          {' '}
          Given <b>{happened}</b>.
        </>
      )}
    </>
  )
}

function factsOf({ child, plan }: Props) {
  return [
    { term: 'Class', is: [child.yearGroup, child.className].filter(Boolean).join(', ') },
    { term: 'Receives', is: child.status && receives[child.status] },
    {
      term: 'Finds hard',
      is: child.findsHard.length > 0 && <span className="small">{child.findsHard.join('; ')}</span>,
    },
    { term: 'Responsible', is: plan?.responsible?.fullName },
    { term: 'We look again by', is: plan?.reviewDue && longDate(plan.reviewDue) },
  ].flatMap(({ term, is }) => (is ? [{ term, is }] : []))
}

const Words = ({ heading, words }: { heading: string; words: string | null }) =>
  words && (
    <div>
      <h3>{heading}</h3>
      <p className="pre">{words}</p>
    </div>
  )

function adviceLine({ adviceName, advicePhone, adviceUrl, localOfferUrl }: Help) {
  const advice = [adviceName ?? 'your local SENDIASS', advicePhone, adviceUrl].filter(Boolean).join(', ')
  return `Free advice that is not from the school: ${advice}.${localOfferUrl ? ` Local Offer: ${localOfferUrl}` : ''}`
}

/** The plan as a sheet of paper, made to fit one side of A4 where it can: the same for family and school (P91, 6.49). */
export function PlanSheet(props: Props) {
  const { edition, today, child, plan, lines, standing, people, help } = props
  const sencos = listed(people.sencos.map(({ fullName }) => fullName))
  return (
    <div className="sheet">
      <p className="small soft last">
        {help.schoolName}. {EDITIONS[edition]}
        {plan && `, plan ${plan.number}`}
        {plan?.activatedOn && ` from ${longDate(plan.activatedOn)}`}. Printed {longDate(today)}
      </p>
      <div className="title">
        <h1>{edition === 'family' ? child.givenName : child.name}’s plan</h1>
        {standing.state !== 'not-in-scope' && (
          <p>
            <Meter held={standing.held} booked={standing.booked} required={standing.required} /> meetings held
          </p>
        )}
      </div>
      <Facts facts={factsOf(props)} />
      {plan ? (
        <>
          {plan.pupilViews && <Voice views={plan.pupilViews} givenName={child.givenName} />}
          {plan.aspirations && (
            <>
              <h2>Hopes</h2>
              <p className="pre">{plan.aspirations}</p>
            </>
          )}
          <h2>What we are aiming for</h2>
          <Aims plan={plan} />
          <div className="pair">
            <Words heading="At home" words={plan.atHome} />
            <Words heading="In every lesson" words={plan.inEveryLesson} />
          </div>
          <PlanLines lines={lines} />
          {plan.consultation && plan.consultation !== 'invited-no-answer' && (
            <p className="small soft">{consultationForFamily[plan.consultation]}</p>
          )}
        </>
      ) : (
        <p>There is no plan in force yet.</p>
      )}
      <p className="small soft">
        {sencos && `Questions: ${sencos}, SENCO${help.officePhone ? `, ${help.officePhone}` : ''}. `}
        {adviceLine(help)}
      </p>
    </div>
  )
}

function Aims({ plan }: { plan: SharedPlan }) {
  const besides = plan.support.filter(({ aimIds }) => !plan.aims.some(({ id }) => aimIds.includes(id)))
  return (
    <>
      {plan.aims.map((aim, place) => (
        <Outcome
          key={aim.id}
          sentence={`${place + 1}. ${aim.willDo}`}
          points={pointsOf(aim)}
          span={aim.progress}
          tag={aim.pace && <PaceTag pace={aim.pace} />}
          given={plan.support
            .filter(({ aimIds }) => aimIds.includes(aim.id))
            .map((support) => ({ key: support.id, line: <Given support={support} /> }))}
        />
      ))}
      {besides.map((support) => (
        <p className="given small" key={support.id}>
          <Given support={support} />
        </p>
      ))}
    </>
  )
}

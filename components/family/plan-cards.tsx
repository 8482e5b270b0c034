import { AttachmentList } from '@/components/attachment/attachment-list'
import { Card } from '@/components/look/card'
import { MeasurementPicture } from '@/components/measurement/measurement-picture'
import { longDate, type IsoDate } from '@/lib/calendar/iso-date'
import type { MeasuredOutcome } from '@/lib/measurement/rules'
import type { Child, News, SharedPlan, SharedReview } from '@/lib/family/rules'
import {
  consultationForFamily,
  decisionForFamily,
  ratingForFamily,
  reviewSentence,
  supportForFamily,
  supportStanding,
} from '@/lib/family/words'
import type { ReviewMove } from '@/lib/review/date.rules'
import { MovesList } from '@/components/review/moves-list'
import { Aim, SupportLine } from './aim'
import { Voice } from './voice'

/** What was measured and shared, as a picture. */
function SharedPicture({ measured, aimId }: { measured: readonly MeasuredOutcome[]; aimId: string }) {
  const outcome = measured.find(({ id }) => id === aimId)
  return outcome ? <MeasurementPicture outcome={outcome} /> : null
}

type PlanProps = {
  plan: SharedPlan | null
  /** Changes of its review date, which the family is told. */
  moves: readonly ReviewMove[]
  measured: readonly MeasuredOutcome[]
  child: Child
  today: IsoDate
  base: string
}

/** What we aim for, in the words of the plan, with how far it has come and what is done for it. */
export function AimsCard({ plan, moves, measured, child, today, base }: PlanProps) {
  const { givenName } = child
  if (!plan)
    return (
      <Card heading="The plan">
        <p>{supportStanding(child)}</p>
        <p>
          {child.status
            ? 'There is no plan to read here yet. You and the school agree it together, and it is here as soon as it begins.'
            : `There is no plan to read here. If you are worried about how ${givenName} is getting on, tell the class teacher: the school must listen, and answer.`}
        </p>
      </Card>
    )
  const besides = plan.support.filter(({ aimIds }) => !plan.aims.some(({ id }) => aimIds.includes(id)))
  return (
    <Card heading="What we are aiming for">
      <p>{reviewSentence(plan, today)}</p>
      <MovesList moves={moves} />
      {plan.pupilViews && <Voice views={plan.pupilViews} givenName={givenName} />}
      {plan.aims.map((aim) => (
        <Aim
          key={aim.id}
          aim={aim}
          support={plan.support.filter(({ aimIds }) => aimIds.includes(aim.id))}
          givenName={givenName}
          picture={<SharedPicture measured={measured} aimId={aim.id} />}
        />
      ))}
      {besides.map((support) => (
        <SupportLine key={support.id} support={support} givenName={givenName} />
      ))}
      {plan.consultation && <p className="soft small">{consultationForFamily[plan.consultation]}</p>}
      <p>
        <a className="act" href={`${base}/plan`}>
          See the whole plan, or keep a copy
        </a>
      </p>
    </Card>
  )
}

type WordsProps = { heading: string; words: string | null }

/** What is agreed for home, or for every lesson, in the words of the plan. */
export const WordsCard = ({ heading, words }: WordsProps) =>
  words && (
    <Card heading={heading}>
      <p className="pre">{words}</p>
    </Card>
  )

/** What staff wrote of the work, and shared. */
export function NewsCard({ news, base }: { news: readonly News[]; base: string }) {
  if (news.length === 0) return null
  return (
    <Card heading="News from school">
      <ul className="lines">
        {news.map(({ id, on, words, about, who, files }) => (
          <li key={id}>
            <p className="pre">{words}</p>
            <AttachmentList files={files} base={base} />
            <p className="soft small">{[who, about, longDate(on)].filter(Boolean).join(', ')}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** How the last plan went, aim by aim, and what was decided. */
export function ReviewCard({ review }: { review: SharedReview | null }) {
  if (!review) return null
  return (
    <Card heading="How the last plan went">
      <p>We looked at it together on {longDate(review.heldOn)}.</p>
      <ul className="lines">
        {review.aims.map(({ id, willDo, rating }) => (
          <li key={id}>
            <p>
              {willDo}
              <br />
              <b>{ratingForFamily[rating]}</b>
            </p>
          </li>
        ))}
      </ul>
      {review.supports.length > 0 && (
        <>
          <p>What becomes of the help:</p>
          <ul className="lines">
            {review.supports.map(({ id, what, decision, reason }) => (
              <li key={id}>
                <p>
                  {what}: <b>{supportForFamily[decision]}</b>
                </p>
                <p className="pre">{reason}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {review.support && <p className="pre">{review.support}</p>}
      <p>
        {decisionForFamily[review.decision]} <span className="pre">{review.decisionReason}</span>
      </p>
      {review.watchedUntil && (
        <p>
          The school looks how it goes until {longDate(review.watchedUntil)}. If you are worried before then,
          tell the class teacher.
        </p>
      )}
    </Card>
  )
}

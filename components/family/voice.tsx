import { longDate } from '@/lib/calendar/iso-date'
import type { SharedPlan } from '@/lib/family/rules'

type Props = { views: NonNullable<SharedPlan['pupilViews']>; givenName: string }

/** The child's own words in quotation marks, with the day and who heard them. */
export function Voice({ views, givenName }: Props) {
  const when = [givenName, views.on && longDate(views.on), views.how].filter(Boolean).join(', ')
  return (
    <blockquote className="voice pre">
      “{views.words.trim().replace(/^["“]|["”]$/g, '')}”<footer>{when}</footer>
    </blockquote>
  )
}

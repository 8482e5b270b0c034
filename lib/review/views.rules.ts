/** A parent who was asked so often and did not answer has had their chance (R17). */
export const INVITATIONS_THAT_SATISFY = 2

/** What a review holds of the views of parents and pupil. */
export type ReviewViews = {
  readonly parentViews: string | null
  /** How often a parent was invited, before the review and after it. */
  readonly parentInvited: number
  readonly pupilViews: string | null
  /** Why the pupil's views could not be had: away, chose not to say, watched instead. */
  readonly pupilViewsMissing: string | null
  /** What was said after the review was recorded. */
  readonly parentLater: boolean
  readonly pupilLater: boolean
}

export type MissingView = 'parent' | 'pupil'

/**
 * Whose views a review that was held lacks (6.54, R17): a parent's, unless one was asked twice without an answer; the
 * pupil's, unless it is written why.
 */
export function missingViews(views: ReviewViews): MissingView[] {
  const missing: MissingView[] = []
  if (views.parentViews === null && !views.parentLater && views.parentInvited < INVITATIONS_THAT_SATISFY)
    missing.push('parent')
  if (views.pupilViews === null && !views.pupilLater && views.pupilViewsMissing === null)
    missing.push('pupil')
  return missing
}

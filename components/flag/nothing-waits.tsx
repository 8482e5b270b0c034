import { EmptyState } from '@/components/look/empty-state'

/** A day on which nothing waits; and the very first day, on which the register is still to come. */
export function NothingWaits({ schoolSlug, isBeginning }: { schoolSlug: string; isBeginning: boolean }) {
  const school = `/schools/${schoolSlug}`
  if (isBeginning)
    return (
      <EmptyState heading="The register is where it begins">
        <p>
          <a href={`${school}/import`}>Import the register</a> from your MIS, or{' '}
          <a href={`${school}/pupils/add`}>add a pupil</a>. What needs you will stand here.
        </p>
      </EmptyState>
    )
  return (
    <EmptyState heading="Nothing needs you today">
      <p>
        No review is due, nobody is behind, and everyone has been told.{' '}
        <a href={`${school}/sen-register`}>See the register</a>
      </p>
    </EmptyState>
  )
}

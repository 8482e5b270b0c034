import type { ChangesSince } from '@/lib/timeline/kinds.rules'
import { changedWords, sinceWords } from '@/lib/timeline/since.words'

/** What others have changed since the person last looked, in one line at the top of the pupil's page. */
export function SinceLine({ changed, base }: { changed: ChangesSince; base: string }) {
  const words = changedWords(changed)
  return (
    <p className="since noprint">
      {changed && words && (
        <>
          {sinceWords(changed.since)}: {words}.{' '}
          <a href={`${base}/timeline?since=${changed.since.toISOString()}`}>See what has changed</a>{' '}
        </>
      )}
      <a href={`${base}/timeline`}>Timeline of everything</a>
    </p>
  )
}

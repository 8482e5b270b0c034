/** The way to a round, where more than one review is due. */
export function RoundLink({ schoolSlug, count }: { schoolSlug: string; count: number }) {
  if (count < 2) return null
  return (
    <p>
      <a href={`/schools/${schoolSlug}/review-round`}>Write the {count} reviews that are due in one round</a>
    </p>
  )
}

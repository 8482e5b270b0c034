import {
  type Judged,
  judgedOutcomes,
  judgedProvisions,
  precision,
  recall,
  type Score,
  scoresOf,
  totalOf,
} from '../tests/support/labelled-set'

const share = (of: number) => of.toFixed(2)

const line = (score: Score) =>
  `| ${score.rule} | ${score.right + score.missed} | ${share(precision(score))} | ${share(recall(score))} | ${score.wrong} | ${score.missed} |`

function table(heading: string, lines: readonly Judged[]): string {
  const scores = scoresOf(lines)
  return [
    `\n${heading} (${lines.length})\n`,
    '| rule | should speak | precision | recall | false alarms | missed |',
    '|---|---|---|---|---|---|',
    ...[...scores, totalOf(scores)].map(line),
  ].join('\n')
}

// Lines that went wrong are shown only for the two thirds: whoever writes rules does not look at the held-out third.
function wrongIn(lines: readonly Judged[]): string {
  const wrong = lines.flatMap(({ id, text, should, may, did }) => {
    const over = did.filter((rule) => !should.includes(rule) && !may.includes(rule))
    const missed = should.filter((rule) => !did.includes(rule))
    return over.length + missed.length === 0
      ? []
      : [
          `${id}: ${text}\n    ${[...over.map((rule) => `+${rule}`), ...missed.map((rule) => `-${rule}`)].join(' ')}`,
        ]
  })
  return wrong.length === 0 ? '' : `\nIn the two thirds:\n${wrong.join('\n')}`
}

for (const [what, lines] of [
  ['Outcomes', judgedOutcomes()],
  ['Provisions', judgedProvisions()],
] as const) {
  const [known, held] = [
    lines.filter(({ isHeldOut }) => !isHeldOut),
    lines.filter(({ isHeldOut }) => isHeldOut),
  ]
  console.log(table(`${what}, two thirds`, known), table(`${what}, the held-out third`, held), wrongIn(known))
}

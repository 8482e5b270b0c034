import type { GatheredHow, Step } from './rules'

/** How a pupil's views were gathered, as it is offered and as it follows "gathered". */
export const gatheredWords: Record<GatheredHow, string> = {
  talked: 'Talked',
  drawn: 'Drawn',
  written: 'Written',
  symbols: 'With symbols or signs',
  watched: 'Watched how they show it',
}

/** What is still open before a meeting, as a line of a list. */
export const stepWords: Record<Step, string> = {
  leader: 'Nobody is named to lead',
  invite: 'A parent is not invited yet',
  answers: 'A parent has not answered yet',
  parents: 'Nothing is known of what the parents bring',
  pupil: 'The pupil’s views are not gathered',
  papers: 'No papers to read first are named',
}

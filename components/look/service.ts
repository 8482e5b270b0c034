/** What the service is called, on every page and in every title. */
export const SERVICE = 'Track SEN support'

/** Where everybody begins; a whole load of the page, so that nothing of one that broke is kept. */
export const FIRST_PAGE = '/'

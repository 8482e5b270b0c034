/** What the service is called, on every page and in every title. */
export const SERVICE = 'Track SEN support'

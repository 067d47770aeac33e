/** The mark of Escapement, for the toolbar: a wheel and the anchor that holds it. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">' +
  '<circle cx="12" cy="14.5" r="5.5" stroke-dasharray="2.2 1.2"/><circle cx="12" cy="14.5" r="1"/>' +
  '<path d="M4.5 9 3.3 7.4C5.4 4 8.5 2.2 12 2.2s6.6 1.8 8.7 5.2L19.5 9"/></svg>';

/**
 * The one name from the web platform that zod's own declarations mention. `shared` is compiled without the DOM
 * and without Node types on purpose; declaring only this name keeps it that way.
 */
type URL = { readonly href: string }

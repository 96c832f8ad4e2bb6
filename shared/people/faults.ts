/** Expected refusals of this room; each is worded under `fault.<code>` in its words. */
export type PeopleFault = never

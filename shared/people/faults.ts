/** Expected refusals of this room; each is worded under `fault.<code>` in its words. */
export type PeopleFault =
  | { code: 'wrong-password' }
  | { code: 'too-many-tries'; waitSeconds: number }
  | { code: 'weak-password'; least: number }
  | { code: 'staff-no-taken'; staffNo: string; name: string }
  | { code: 'person-left'; name: string; employedTo: string }
  | { code: 'last-administrator' }

/** Who holds which post on a date: authority by post is the authority of whoever held it then, not of whoever holds it now. */

/** A post and the date from which it was held; `from` is empty where nothing earlier is known. */
export type PostSpan = { post?: string | undefined; from: string }

type Holder = { post?: string | undefined; posts?: readonly PostSpan[] | undefined }

/** The post held on a date; where the register knows of no change, the one held today. */
export const postOn = ({ post, posts }: Holder, on: string): string | undefined => {
  if (posts === undefined || posts.length === 0) return post
  let held: PostSpan | undefined
  // Of two that begin on one day the later entered stands, as it does in the record itself.
  for (const span of posts) if (span.from <= on && (held === undefined || span.from >= held.from)) held = span
  return held?.post
}

/** The history with a change added; the first change keeps what was held before it. */
export const withPost = (holder: Holder, post: string | undefined, from: string): PostSpan[] => [
  ...(holder.posts ?? [{ post: holder.post, from: '' }]),
  { post, from },
]

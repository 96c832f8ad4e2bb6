/** Answers kept for repeated commands learn when they were given, so that old ones can be forgotten. */
export const answersWithTime: readonly string[] = ['ALTER TABLE local_command ADD COLUMN at INTEGER NOT NULL DEFAULT 0']

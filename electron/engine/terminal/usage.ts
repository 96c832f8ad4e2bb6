/** How the terminal is used, and the error that says it was used otherwise. */

export class UsageError extends Error {}

export const usage = `office operations
office --data <folder> call <operation> ['<json>' | @file | -] [--as <staff no.>] [--password-file <file>]
office --data <folder> example [--entries N] [--seed S]
office --data <folder> print <form> <number or period> -o FILE.pdf [--seal <code>] [--as …]
office --data <folder> attach FILE --to <number> [--kind document|scan|photo|receipt|other] [--as …]
office --data <folder> verify [FILE.pdf] [--as …]

  --key-file <file>   the office's key, 64 hexadecimal digits (default: office.key in the data folder)
  --command <id>      the caller's own id of this act; a repeat under it is answered, not done again
  --language          zh-CN (default) or en
  forms: seal-use, seal-book (period 2026-11), issue-slip, authority-check
`

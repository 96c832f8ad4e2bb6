/** Reading people: by id for other rooms, by staff number for signing in, by page for lists. */
import { departmentType, personType, type Department, type Person } from '../../../shared/people/subjects.ts'
import { postOn } from '../../../shared/office/posts.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { one, sql, type Read } from '../store/sql.ts'

/** A person's facts for other rooms. */
export const personOf = (db: Read, id: string): Person | undefined => recordOf(db, personType, id)

/** Staff numbers are typed; two desks may have given one to two people: the first who was entered stands. */
export const personByStaffNo = (db: Read, staffNo: string): Person | undefined =>
  recordsOf(db, personType, sql`where staffNo = ${staffNo} order by subject limit 1`)[0]

export const peoplePage = (
  db: Read,
  after: string | undefined,
  limit: number,
  department: string | undefined,
): Person[] => {
  const only = department === undefined ? sql`` : sql`and department = ${department}`
  return recordsOf(db, personType, sql`where staffNo > ${after ?? ''} ${only} order by staffNo limit ${limit}`)
}

export const peopleByName = (db: Read, name: string): Person[] =>
  recordsOf(db, personType, sql`where name = ${name} order by staffNo limit 10`)

/** Who held a post on a date, those still employed first; authority by post asks this. */
export const peopleInPost = (db: Read, post: string, on: string, limit: number): Person[] => {
  const now = recordsOf(
    db,
    personType,
    sql`where post = ${post} order by employedTo is not null, staffNo limit ${limit}`,
  )
  // Those who moved away from it since; few people ever move.
  const moved = recordsOf<Person>(
    db,
    personType,
    sql`where moved is not null and post is not ${post}
      and exists (select 1 from json_each(record, '$.posts') where value ->> '$.post' = ${post})
      order by staffNo limit ${limit}`,
  )
  return [...now, ...moved].filter((person) => postOn(person, on) === post).slice(0, limit)
}

export const departmentOf = (db: Read, id: string): Department | undefined => recordOf(db, departmentType, id)

export const departments = (db: Read): Department[] => recordsOf(db, departmentType, sql`order by name limit 2000`)

/** Whether anybody else who works here holds one of these roles. */
export const hasOther = (db: Read, id: string, held: readonly string[], on: string): boolean =>
  recordsOf(
    db,
    personType,
    sql`where subject <> ${id} and (employedTo is null or employedTo >= ${on})
      and exists (select 1 from json_each(record, '$.roles') where value in (select value from json_each(${JSON.stringify(held)})))
      limit 1`,
  ).length > 0

/**
 * Whether nobody else could let others in.
 * @param isOpen the example office, where an account needs no password; elsewhere one who has none cannot enter
 */
export const isLastAdministrator = (db: Read, id: string, isOpen: boolean): boolean => {
  const others = one<{ count: number }>(
    db,
    sql`select count(*) as count from person, json_each(record, '$.roles') where json_each.value = 'administrator' and subject <> ${id} and employedTo is null
      and (${isOpen ? 1 : 0} or exists (select 1 from local_credential where local_credential.person = subject))`,
  )
  return (others?.count ?? 0) === 0
}

export const headsOfRow = (db: Read, type: 'person' | 'department', id: string): string[] => {
  const row =
    type === 'person'
      ? one<{ heads: string }>(db, sql`select heads from person where subject = ${id}`)
      : one<{ heads: string }>(db, sql`select heads from department where subject = ${id}`)
  return row ? (JSON.parse(row.heads) as string[]) : []
}

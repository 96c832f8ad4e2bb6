/** Entering departments and people of the example's company. */
import { departments, namedPeople, type Part } from './company-plan.ts'
import type { Dice } from './dice.ts'
import type { Actor, History } from './history.ts'
import { makeName } from './people-names.ts'

export type Worker = Actor & { post: string; department: string }

export type Company = {
  administrator: Actor
  /** Those met by name. */
  by: Readonly<Record<Part, Worker>>
  everyone: readonly Worker[]
  /** Of one department, or of all where it is small. */
  in: (department: string) => readonly Worker[]
}

/** Steps of entering a company of `size` people; the answer comes with the last one. */
export const enterCompany = function* (
  history: History,
  dice: Dice,
  at: number,
  administrator: Actor,
  size: number,
): Generator<undefined, Company> {
  const ids = new Map<string, string>()
  for (const { share: _share, posts: _posts, ...department } of departments) {
    ids.set(department.name, history.call(at, administrator, 'departments.add', department).id)
    yield
  }
  const workers: Worker[] = []
  const add = (worker: Omit<Worker, 'id'>, staffNo: string, employedFrom: string): Worker => {
    const { name, post, department, roles } = worker
    const person = { name, staffNo, post, department: ids.get(department), employedFrom, roles: [...roles] }
    const { id } = history.call(at, administrator, 'people.add', { ...person, phone: phone(dice) })
    const made = { ...worker, id }
    workers.push(made)
    return made
  }
  const byPart: [Part, Worker][] = []
  for (const { as, staffNo, ...worker } of namedPeople) {
    byPart.push([as, add(worker, staffNo, `20${dice.whole(10, 20)}-0${dice.whole(1, 9)}-15`)])
    yield
  }
  const desk = ids.get('综合管理部')
  history.call(at, administrator, 'people.change', {
    id: administrator.id,
    changes: { post: '信息系统管理员', ...(desk === undefined ? {} : { department: desk }), phone: phone(dice) },
  })
  const taken = new Set([administrator.name, ...namedPeople.map(({ name }) => name)])
  const places = departments.flatMap(({ share, ...department }) => Array.from({ length: share }, () => department))
  for (let index = workers.length + 1; index < size; index++) {
    const place = places[(index * 37) % places.length] ?? departments[0]
    const worker = { name: makeName(dice, taken), post: dice.pick(place.posts), department: place.name, roles: [] }
    add(worker, `A${(index + 1).toString().padStart(4, '0')}`, employment(dice))
    yield
  }
  return {
    administrator,
    by: Object.fromEntries(byPart) as Record<Part, Worker>,
    everyone: workers,
    in: (department) => {
      const found = workers.filter((worker) => worker.department === department)
      return found.length > 0 ? found : workers
    },
  }
}

// 190 to 199 were given to carriers last; the middle zeros belong to nobody.
const phone = (dice: Dice): string => `1990000${dice.whole(0, 9999).toString().padStart(4, '0')}`

const employment = (dice: Dice): string =>
  `20${dice.whole(12, 24)}-${dice.whole(1, 12).toString().padStart(2, '0')}-${dice.whole(1, 28).toString().padStart(2, '0')}`

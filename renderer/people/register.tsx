/** People: who belongs to the office, and what each may do. */
import { TeamOutlined } from '@ant-design/icons'
import type { Register } from '../shell/registers.ts'

export const peopleRegister: Register = {
  name: 'people',
  title: 'nav.people',
  icon: <TeamOutlined />,
  pages: [
    {
      name: 'people.list',
      title: 'nav.people',
      permission: 'people.read',
      load: () => import('./people-page.tsx').then((room) => room.PeoplePage),
    },
    {
      name: 'people.departments',
      title: 'people.departments',
      permission: 'people.read',
      load: () => import('./departments-page.tsx').then((room) => room.DepartmentsPage),
    },
  ],
  opens: {
    person: (id) => ({ page: 'people.list', params: { id } }),
    department: () => ({ page: 'people.departments', params: {} }),
  },
}

/** Opening a page with the mouse: the hands land on the page, also where it was open already. */
import { usePlaces } from './places.tsx'
import { land } from './shown.tsx'

export const useOpen = (): ((page: string) => void) => {
  const { go } = usePlaces()
  return (page) => {
    go(page)
    // A page that is loaded now lands by itself; one that stays as it was would leave the keys with the button.
    requestAnimationFrame(land)
  }
}

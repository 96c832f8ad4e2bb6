/** Where the page begins: the registers' pages are handed to the shell, which shows them. */
import { createRoot } from 'react-dom/client'
import { registers } from './registers.ts'
import { App } from './shell/app.tsx'
import './shell/look.css'

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App registers={registers} />)

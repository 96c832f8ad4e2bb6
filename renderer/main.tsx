/** Where the page begins: the registers' pages are handed to the shell, which shows them. */
// First, so that the parts' own styles stand after it and win.
import './shell/look.css'
import { createRoot } from 'react-dom/client'
import { registers } from './registers.ts'
import { App } from './shell/app.tsx'

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App registers={registers} />)

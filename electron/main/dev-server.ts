/** The development server, the one thing outside the app that a page may come from; a packaged desk knows none. */
import { app } from 'electron'

export const devServer = (): string | undefined => (app.isPackaged ? undefined : process.env['SEALBOOK_DEV_SERVER'])

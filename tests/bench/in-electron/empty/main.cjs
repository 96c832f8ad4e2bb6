// The empty app of the bench: one sandboxed window with nothing in it.
const { app, BrowserWindow } = require('electron')

app.enableSandbox()
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false })
  window.once('ready-to-show', () => {
    window.show()
    console.log('bench: ready')
  })
  void window.loadURL('data:text/html,<title>empty</title>')
})

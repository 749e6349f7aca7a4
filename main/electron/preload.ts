/**
 * The only thing of Electron that the window sees: `window.quietbell`, with named methods. A port cannot cross the
 * context bridge, so it is handed on as a window message, which `renderer/shared/connection/carriers.ts` awaits.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { channels } from './channels.ts';

contextBridge.exposeInMainWorld('quietbell', {
  requestPort: (): void => ipcRenderer.send(channels.requestPort),
  pauseKeys: (paused: boolean): void => ipcRenderer.send(channels.pauseKeys, paused),
});

ipcRenderer.on(channels.port, (event) => {
  window.postMessage({ quietbell: 'port' }, window.location.origin, [...event.ports]);
});

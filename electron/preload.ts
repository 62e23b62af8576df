/** The bridge into the window: one invoke, one on, frozen. Runs sandboxed and sees nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import type { CoreEvent, InvokeRequest } from '../shared/contract/bridge';

contextBridge.exposeInMainWorld(
  'so',
  Object.freeze({
    host: 'desktop',
    invoke: (request: InvokeRequest) => ipcRenderer.invoke('so:invoke', request),
    on(listener: (event: CoreEvent) => void) {
      const pass = (_event: unknown, event: CoreEvent) => listener(event);
      ipcRenderer.on('so:event', pass);
      return () => {
        ipcRenderer.off('so:event', pass);
      };
    },
  }),
);

/**
 * Operations a host answers itself, before the router: files, printing, jobs under way. In the browser host the
 * page does picking, saving and printing by upload and download, and the server answers the rest.
 */
import { z } from 'zod';

const fileToken = z.string().min(1).max(64);

export const host = {
  'host.info': {
    input: z.strictObject({}),
    output: z.strictObject({
      host: z.enum(['desktop', 'browser']),
      version: z.string(),
      platform: z.string(),
      /** Version of the window engine and of the run time, for the About page. */
      runtime: z.string(),
      demo: z.boolean(),
    }),
    doc: 'Which host shows the program, and its versions.',
  },
  'host.pickFile': {
    input: z.strictObject({
      /** File name endings without the dot: ['xlsx', 'csv']; empty takes any. */
      accept: z.array(z.string().regex(/^[a-z0-9]{1,8}$/)).max(12),
      title: z.string().max(120).optional(),
    }),
    output: z.strictObject({ token: z.string(), name: z.string(), size: z.int() }).nullable(),
    doc: 'Lets the user choose a file in a dialog; null when the dialog is left without a choice.',
  },
  'host.pickFiles': {
    input: z.strictObject({ accept: z.array(z.string().regex(/^[a-z0-9]{1,8}$/)).max(60) }),
    output: z.array(z.strictObject({ token: z.string(), name: z.string(), size: z.int() })),
    doc: 'Lets the user choose files in a dialog; none when the dialog is left without a choice.',
  },
  'host.pickFolder': {
    input: z.strictObject({ title: z.string().max(120).optional() }),
    output: z.strictObject({ token: z.string(), name: z.string() }).nullable(),
    doc: 'Lets the user choose a folder in a dialog; null when the dialog is left without a choice, or the host has none.',
  },
  'host.takeFile': {
    input: z.strictObject({ name: z.string().min(1).max(300), bytes: z.instanceof(Uint8Array) }),
    output: z.strictObject({ token: z.string(), name: z.string(), size: z.int() }),
    doc: 'Takes in a file that was dropped on the window or pasted into it.',
  },
  'host.openFile': {
    input: z.strictObject({ token: fileToken }),
    output: z.strictObject({ opened: z.boolean() }),
    doc: 'Opens a copy of a produced paper or picture in the PC’s own program for it.',
  },
  'host.saveFile': {
    input: z.strictObject({ token: fileToken }),
    output: z.strictObject({ saved: z.boolean(), name: z.string() }),
    doc: 'Saves a produced file where the user says.',
  },
  'host.printFile': {
    input: z.strictObject({ token: fileToken }),
    output: z.strictObject({ opened: z.boolean() }),
    doc: 'Opens a produced PDF in the PC’s own viewer, to be printed from there at 100 %.',
  },
  'host.cancelJob': {
    input: z.strictObject({ jobId: fileToken }),
    output: z.strictObject({ cancelled: z.boolean() }),
    doc: 'Cancels a job under way; false when there is none of that name.',
  },
  'host.openDataFolder': {
    input: z.strictObject({}),
    output: z.strictObject({ opened: z.boolean() }),
    doc: 'Shows the data folder in the PC’s file manager, where the host can.',
  },
} as const;

export type HostContract = typeof host;
export type HostOperationName = keyof HostContract;
export type HostInputOf<N extends HostOperationName> = z.input<HostContract[N]['input']>;
export type HostOutputOf<N extends HostOperationName> = z.output<HostContract[N]['output']>;

import type { Same } from '..';
import type { backup as vi } from '../vi/backup';

export const backup = {
  title: 'Backup',
  create: 'Back up now',
  made: 'Backed up at {{time}}: {{size}}.',
  making: 'Making and checking a copy',
  restore: 'Go back to this copy',
  restoreAsk:
    'The register will be as it was at {{time}}. Its present state is copied first, so you can return to it at any time.',
  restoring: 'Going back to the chosen copy',
  restored: 'Back at the copy of {{time}}. The state before it is kept in the list.',
  lastAt: 'Newest checked copy: {{time}}',
  none: 'There is no copy yet. The program makes one every 10 minutes when the register has changed, and on closing.',
  changedSince: 'The register has changed since the newest copy.',
  unchanged: 'Nothing has changed since the newest copy.',
  lastFailed:
    'The last backup did not succeed. The copy before it is intact. Check the disk, then choose Back up now.',
  cloudFolder:
    'Another program synchronises the data folder, which can damage an open register. Move the register to another folder of this PC.',
  kept: 'Kept: 3 copies of today, 7 daily, 4 weekly, 12 monthly.',
  columns: {
    at: 'Time',
    reason: 'Reason',
    members: 'Members',
    events: 'Events',
    awardDecisions: 'Award decisions',
    size: 'Size',
    version: 'Program version',
  },
  reason: {
    auto: 'Automatic',
    quit: 'On closing',
    manual: 'By hand',
    'before-migration': 'Before upgrading',
    'before-import': 'Before importing',
    'before-restore': 'Before going back',
  },
  rescue: {
    damaged: {
      title: 'The register did not open',
      text: 'The file is damaged or not a register of this program. It has not been touched. Choose a checked copy to go back to.',
    },
    newer: {
      title: 'Register of a newer program',
      text: 'A newer version of the program wrote this register. Install that version to open it; the file is unchanged.',
    },
    unreadable: {
      title: 'The register could not be read',
      text: 'The file is missing, or another program holds it. Check the disk and the folder, then choose Try again.',
    },
    'no-space': {
      title: 'The disk is nearly full',
      text: 'The register did not open because too little room is left. Free some space, then choose Try again. Nothing has changed.',
    },
    migration: {
      title: 'The register could not be upgraded',
      text: 'It is exactly as it was, and a copy was made beforehand. Install the earlier version to go on, and send the log to support.',
    },
    outside:
      'The file was changed outside the program, so recent work may be missing. It can still be read: choose a copy, or open it as it is.',
    retry: 'Try again',
    openAnyway: 'Open as it is',
    choose: 'Go back to this copy',
    quarantined: 'The old files are kept unchanged in the folder “quarantine”.',
    salvage: 'Save what can still be read',
    salvaged: 'Saved {{rows}} rows of {{tables}} tables.',
    startNew: 'Begin an empty register',
    startNewAsk: 'The old files are kept unchanged in the folder “quarantine”; the new register is empty.',
    noCopies: 'There are no copies in the data folder.',
    openFolder: 'Open the data folder',
    folder: 'Folder: {{name}}',
    cause: 'Code: {{code}}',
  },
} satisfies Same<typeof vi>;

/** Saved filters an office would have, in the demonstration. */
import type { Invoke } from './seed';

/** Adds them in the order of their tabs. */
export async function seedViews(invoke: Invoke): Promise<void> {
  await invoke('members.saveView', {
    name: 'Nữ từ 50 tuổi',
    filter: { genders: ['female'], ageFrom: 50, statuses: ['active'] },
  });
  await invoke('members.saveView', {
    name: 'Bác sĩ, dược sĩ',
    filter: {
      statuses: ['active'],
      conditions: {
        match: 'any',
        items: [
          { field: 'jobTitle', op: 'startsWith', values: ['bác sĩ'] },
          { field: 'jobTitle', op: 'startsWith', values: ['dược sĩ'] },
        ],
      },
    },
  });
}

import type { ReactNode } from 'react';
import type { PageProps } from '../../../ui';
import type { EventDetail } from '../EventPage';
import type { Attendance } from './PeopleTab';

/** What each way of recording gets. */
export interface ViewProps {
  event: EventDetail;
  attendance: Attendance;
  /** Header, tabs and the side panel. */
  page: Omit<PageProps, 'children'>;
  /** The switch between the ways of recording, for the right end of the toolbar. */
  switcher: ReactNode;
}

export type Department = Attendance['departments'][number];

/** A person as the pickers and lists show them. */
export interface Named {
  memberId: number;
  fullName: string;
  reason: string | null;
}

/** Inspection and supervision: the plan of a year, what was held, findings, the three lines of work. */
import { WorkPage } from './WorkPage';

export default function InspectionPage() {
  return <WorkPage kind="inspection" />;
}

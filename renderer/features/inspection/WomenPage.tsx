/** Women's work, kept as inspection is. */
import { WorkPage } from './WorkPage';

export default function WomenPage() {
  return <WorkPage kind="women" />;
}

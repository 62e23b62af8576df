import { hostileSuite } from '../helpers/hostileSuite';

hostileSuite(['command', 'job']);

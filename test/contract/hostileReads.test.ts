import { hostileSuite } from '../helpers/hostileSuite';

hostileSuite(['query']);

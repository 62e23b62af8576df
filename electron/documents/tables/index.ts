export { type ReadTablesOptions, readTables } from './readTables';

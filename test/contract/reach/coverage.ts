import { coverageTable } from './table';

process.stdout.write(`${coverageTable()}\n`);

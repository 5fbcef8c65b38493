import { writeFileSync } from 'node:fs';

import { operationsPage, PAGE } from './page';

writeFileSync(PAGE, operationsPage());

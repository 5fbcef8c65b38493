import { writeFileSync } from 'node:fs';

import { FACTS_FILE } from '.';
import { PERMISSION_MODULE, permissionModule } from './permissions';
import { readFacts, written } from './read';

const facts = readFacts();
writeFileSync(FACTS_FILE, written(facts));
writeFileSync(PERMISSION_MODULE, permissionModule(facts));

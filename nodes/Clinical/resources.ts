import type { Resource } from '../shared/operation/operation';
import { allergy } from './allergy';
import { amendment } from './amendment';
import { carePlan } from './carePlan';
import { careTeamMember } from './careTeamMember';
import { implantableDevice } from './implantableDevice';
import { medication } from './medication';
import { communication, intervention, physicalExam, riskAssessment } from './observations';
import { prescriptionMessage } from './prescriptionMessage';
import { problem } from './problem';
import { procedure } from './procedure';
import { vaccineRecord } from './vaccineRecord';
import { yellowNotepad } from './yellowNotepad';

export const resources: readonly Resource[] = [
	allergy,
	amendment,
	carePlan,
	careTeamMember,
	communication,
	implantableDevice,
	intervention,
	medication,
	physicalExam,
	prescriptionMessage,
	problem,
	procedure,
	riskAssessment,
	vaccineRecord,
	yellowNotepad,
];

import { date, dateRange } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { chartFilters, inChart } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const implantableDevice = crud({
	path: 'implantable_devices',
	one: 'implantable device',
	many: 'implantable devices',
	operations: {
		get: 'Look up one device',
		getAll: 'List devices that patients have in them. They are recorded in DrChrono only.',
	},
	readOnly: [
		...['archived', 'company_name', 'created_at', 'gmdn_pt_name', 'manufacturing_date'],
		...['procedure', 'updated_at', 'version_or_model'],
	],
	filters: {
		...chartFilters,
		mu_date: date({ label: 'Measured On', about: 'Only devices that count on this day' }),
		mu_date_range: dateRange({
			label: 'Measured Between',
			about: 'Only devices that count from one day to another',
		}),
	},
	simplified: [
		...['id', 'patient', 'brand_name', 'status', 'udi', 'serial_number', 'lot_number'],
		...['expiration_date', 'company_name', 'updated_at'],
	],
	title: ({ brand_name, serial_number, status }) => line(brand_name, serial_number, status),
	within: inChart.within,
	eg: '480001',
	hint: 'Implantable Device → Get Many lists the IDs',
});

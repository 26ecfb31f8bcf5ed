import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { open } from './person.js';

const suffix = Math.random().toString(36).slice(2, 8);
const name = `Nordlicht ${suffix}`;

let person;

let page;

let customer;

before(async () => {
	person = await open();
	page = person.page;
});

after(async () => {
	await person?.close();
});

async function settled(read, wanted) {
	for (let attempt = 0; attempt < 100; attempt++) {
		if ((await read()) === wanted) {
			return;
		}
		await page.waitForTimeout(100);
	}
	assert.equal(await read(), wanted);
}

describe('the console', () => {
	it('leads through the login to the page that was asked for', async () => {
		await person.logIn('/customers?status=active');
		await person.at('Customers');
		assert.equal(new URL(page.url()).search, '?status=active');
		await page.getByText('Status').first().waitFor();
	});

	it('creates a record from a list, and shows it', async () => {
		await page.getByRole('button', { name: 'New customer' }).click();
		await page.getByRole('combobox', { name: 'Kind' }).click();
		await page.getByRole('option', { name: 'Company' }).click();
		await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
		await person.examine('form');
		await person.button('Save').click();
		await person.at(name);
		customer = new URL(page.url()).pathname.split('/')[2];
		await page.getByText('Registered by').waitFor();
		await person.examine('record');
	});

	it('finds records by keys alone', async () => {
		await page.goto('/');
		await page.getByRole('heading', { level: 1 }).waitFor();
		await person.examine('home');
		await page.keyboard.press('Control+k');
		await page.getByRole('combobox', { name: 'Search records and actions' }).waitFor();
		await page.keyboard.type(name);
		await page.getByRole('option', { name }).first().waitFor();
		await person.examine('palette');
		await page.keyboard.press('Enter');
		await person.at(name);
	});

	it('edits a cell, and asks when the record has been changed meanwhile', async () => {
		await person.goTo(`/customers?q=${suffix}`, 'Customers');
		await page.getByRole('grid').getByText(name).waitFor();
		await page.getByRole('grid').focus();
		await page.keyboard.press('F2');
		const field = page.getByRole('textbox', { name: 'Name' });
		await field.fill(`${name} GmbH`);
		await person.call('PATCH', `/api/v1/customers/${customer}`, { name: `${name} AG` }, { 'Content-Type': 'application/merge-patch+json', 'If-Match': '*' });
		await page.keyboard.press('Enter');
		await page.getByText('Changed by someone else in the meantime').waitFor();
		await page.getByText(`${name} AG`).waitFor();
		await person.examine('conflict');
		await person.button('Save the chosen values').click();
		await page.getByRole('grid').getByText(`${name} GmbH`).waitFor();
		await person.examine('list');
		await person.button('Undo').click();
		await page.getByRole('grid').getByText(`${name} AG`).waitFor();
	});

	it('moves opportunities on the board by keys', async () => {
		const { items } = await person.call('GET', '/api/v1/pipelines');
		const [pipeline] = items;
		const made = await person.call('POST', '/api/v1/opportunities', {
			name: `Beans ${suffix}`, customerId: customer, pipelineId: pipeline.id, stage: pipeline.stages[0].key, amount: { amount: '1200.00', currency: 'EUR' }
		});
		await person.goTo('/pipeline', 'Pipeline');
		const card = page.getByRole('link', { name: made.name });
		await card.focus();
		await page.keyboard.press('Alt+ArrowRight');
		await page.getByRole('region', { name: pipeline.stages[1].name }).getByText(made.name).waitFor();
		await settled(async () => (await person.call('GET', `/api/v1/opportunities/${made.id}`)).stage, pipeline.stages[1].key);
		await person.examine('board');
	});

	it('answers and resolves a case', async () => {
		const made = await person.call('POST', '/api/v1/cases', { customerId: customer, subject: `Parcel ${suffix}` });
		await person.goTo('/cases?status[in]=new,open,waiting&sort=resolutionDueAt', 'Cases');
		await page.getByRole('grid').getByText(made.subject).waitFor();
		await person.examine('queue');
		await person.goTo(`/cases/${made.id}`, made.subject);
		await page.getByRole('textbox', { name: 'Write a reply' }).fill('It is on its way.');
		await person.button('Send').click();
		await page.getByText('It is on its way.').waitFor();
		await person.button('Resolve').click();
		await page.getByText('Resolved', { exact: true }).first().waitFor();
		await person.examine('case');
	});

	it('moves a file in: preview, profile, cleaning, linkage, review and dry run', async () => {
		await person.goTo('/workbench', 'Workbench');
		await page.setInputFiles('input[type=file]', { name: `old-${suffix}.csv`, mimeType: 'text/csv', buffer: Buffer.from(people(), 'latin1') });
		await page.getByRole('button', { name: 'Read the file' }).waitFor();
		await page.getByRole('cell', { name: 'Jörg Fischer' }).first().waitFor();
		await person.examine('preview');
		await person.button('Read the file').click();
		await page.getByRole('tab', { name: 'Profile' }).click();
		await person.button('Profile this data set').click();
		await page.getByRole('heading', { name: 'Proposed rules' }).waitFor();
		await person.examine('profile');
		await page.getByRole('button', { name: /^Clean with/ }).click();
		await page.getByRole('heading', { name: 'Changes' }).waitFor();
		await page.getByRole('link', { name: 'Open the result' }).click();
		await page.getByRole('combobox', { name: 'Column with the key' }).click();
		await page.getByRole('option', { name: 'no' }).click();
		await page.getByRole('tabpanel').getByRole('button', { name: 'Find duplicates' }).click();
		await page.getByRole('heading', { name: 'Apply to live customers' }).waitFor();
		await person.examine('linkage');
		await decide();
		await page.getByRole('textbox', { name: /legacy system/ }).fill('old-crm');
		await person.button('Dry run').click();
		await page.getByRole('heading', { name: 'Plan' }).waitFor();
		await person.examine('plan');
		await person.goTo('/workbench', 'Workbench');
		await person.examine('workbench');
	});

	it('shows reports, segments and administration', async () => {
		for (const [path, heading] of [
			['/sales-report', 'Sales report'], ['/insight', 'Customer segments'], ['/orders', 'Orders'], ['/users', 'Users'],
			['/webhooks', 'Webhooks'], ['/dead-letters', 'Dead letters']
		]) {
			await person.goTo(path, heading);
			await page.waitForLoadState('networkidle');
			await person.examine(path.slice(1));
		}
	});

	it('fits a width of 360 pixels', async () => {
		await page.setViewportSize({ width: 360, height: 740 });
		for (const [path, heading] of [['/customers', 'Customers'], [`/customers/${customer}`, name], ['/workbench', 'Workbench'], ['/pipeline', 'Pipeline']]) {
			await person.goTo(path, heading);
			await page.waitForLoadState('networkidle');
			assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), path);
			await page.screenshot({ path: `${process.env.KEHU_SCREENSHOTS}/narrow${path.slice(0, 10).replaceAll('/', '-')}.png` });
		}
		await page.setViewportSize({ width: 1360, height: 820 });
	});

	it('speaks Chinese and German', async () => {
		await person.goTo('/customers', 'Customers');
		await page.getByRole('button', { name: /Account and settings/ }).click();
		await page.getByRole('menuitem', { name: '简体中文' }).click();
		await person.at('客户');
		await page.getByRole('button', { name: /账户与设置/ }).click();
		await page.getByRole('menuitem', { name: 'Deutsch' }).click();
		await person.at('Kunden');
	});

	it('ends the session', async () => {
		await page.getByRole('button', { name: /Konto und Einstellungen/ }).click();
		await page.getByRole('menuitem', { name: 'Abmelden' }).click();
		await page.waitForSelector('#username');
		assert.equal((await page.request.get('/session')).status(), 401);
		assert.deepEqual(person.complaints, []);
	});
});

/** Decides the first pairs by keys, if the linkage has left any open. */
async function decide() {
	const review = page.getByRole('link', { name: /^Review \d/ });
	const address = page.url();
	if (await review.isVisible()) {
		await review.click();
		await page.getByRole('heading', { name: 'Review' }).waitFor();
		await person.examine('review');
		await page.keyboard.press('y');
		await page.keyboard.press('u');
		await page.keyboard.press('n');
		await page.getByText(/^1 \/ \d+/).waitFor();
		await page.goto(address);
		await page.getByRole('heading', { name: 'Apply to live customers' }).waitFor();
	}
}

function people() {
	const given = ['Jörg', 'Eva', 'Otto', 'Ida', 'Max', 'Lea', 'Kim'];
	const family = ['Fischer', 'Wagner', 'Becker', 'Schulz', 'Hoffmann'];
	const lines = ['no;name;email;phone;date of birth;city'];
	for (let i = 0; i < 140; i++) {
		const first = given[i % 7];
		const last = family[i % 5];
		const born = `${1950 + (i % 40)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 27)).padStart(2, '0')}`;
		const city = ['Berlin', 'Ulm', 'Köln'][i % 3];
		lines.push(`a${i};${first} ${last};${first.toLowerCase()}.${i}@example.org;030 9018${String(i).padStart(3, '0')};${born};${city}`);
		if (i % 3 === 0) {
			lines.push(`b${i};${last}, ${first};;+49 30 9018${String(i).padStart(3, '0')};${born.split('-').reverse().join('.')};${city}`);
		}
	}
	return lines.join('\n');
}

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { KEHU_URL: url, KEHU_USER: user, KEHU_PASSWORD: password, KEHU_CHROMIUM: executablePath, KEHU_SCREENSHOTS: screenshots } = process.env;

/** Opens the console in a browser, and fails when a page reports an error or breaks its policy. */
export async function open() {
	mkdirSync(screenshots, { recursive: true });
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
	const context = await browser.newContext({ baseURL: url, locale: 'en', viewport: { width: 1360, height: 820 } });
	context.setDefaultTimeout(20_000);
	return new Person(browser, await context.newPage());
}

class Person {

	#browser;

	/** What the pages complained about. */
	complaints = [];

	constructor(browser, page) {
		this.#browser = browser;
		this.page = page;
		page.on('pageerror', (error) => this.complaints.push(error.message));
		page.on('console', (message) => {
			// A refused request is an answer that the page deals with
			if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
				this.complaints.push(message.text());
			}
		});
	}

	async logIn(path) {
		await this.page.goto(path);
		await this.page.fill('#username', user);
		await this.page.fill('#password', password);
		await this.page.keyboard.press('Enter');
		await this.page.waitForURL((address) => address.pathname === path.split('?')[0]);
	}

	async goTo(path, heading) {
		await this.page.goto(path);
		await this.at(heading);
	}

	async at(heading) {
		await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
	}

	button(name) {
		return this.page.getByRole('button', { name, exact: true });
	}

	/** Calls the API with the session of the page. */
	async call(method, path, body, headers = {}) {
		const { csrfToken } = await (await this.page.request.get('/session')).json();
		const answer = await this.page.request.fetch(path, { method, headers: { 'Kehu-Csrf': csrfToken, ...headers }, ...(body && { data: body }) });
		assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
		const text = await answer.text();
		return text ? JSON.parse(text) : undefined;
	}

	/** Finds no serious barrier on the page, light and dark. */
	async examine(name) {
		for (const colorScheme of ['dark', 'light']) {
			await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await this.page.screenshot({ path: join(screenshots, `${name}-${colorScheme}.png`) });
			await this.page.evaluate(axe);
			const { violations } = await this.page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
			const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
			assert.deepEqual(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`), [], `${name}, ${colorScheme}`);
		}
	}

	async close() {
		await this.#browser.close();
	}

}

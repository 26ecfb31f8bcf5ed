// A browser that is used by keyboard alone, and what every page must be like.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { issuer } from './setting.js';

const axe = createRequire(import.meta.url)('axe-core').source;

const screenshots = process.env.KEHU_SCREENSHOTS;

mkdirSync(screenshots, { recursive: true });

export function launch() {
	return chromium.launch({
		executablePath: process.env.KEHU_CHROMIUM,
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
			'--disable-component-update', '--disable-sync', '--renderer-process-limit=1']
	});
}

/** A client on this machine that waits for its answer. */
export async function listen() {
	const server = createServer((request, response) => response.end('<!doctype html><title>Back in the client</title>'));
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { address: `http://127.0.0.1:${server.address().port}/callback`, close: () => server.close() };
}

/** Opens a window of its own, with its own cookies, and notes whatever the browser complains about. */
export async function open(browser, settings = {}) {
	const context = await browser.newContext({ baseURL: issuer.href, ...settings });
	const page = await context.newPage();
	const complaints = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) {
			complaints.push(`${message.text()} (${message.location().url})`);
		}
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	return new Window(page, complaints);
}

export class Window {

	constructor(page, complaints) {
		this.page = page;
		this.complaints = complaints;
	}

	async goTo(address, heading) {
		await this.page.goto(address.toString());
		await this.at(heading);
	}

	/** Waits for a page to be there. */
	async at(heading) {
		await this.#there(this.page.getByRole('heading', { level: 1, name: heading, exact: true }));
	}

	async logIn(username, password) {
		await this.type('User name', username);
		await this.type('Password', password);
		await this.page.keyboard.press('Enter');
	}

	/** Goes with the tabulator key to what has this name. */
	async tabTo(name) {
		for (let presses = 0; presses < 60; presses++) {
			if (await this.page.evaluate(nameOfFocused) === name) {
				return;
			}
			await this.page.keyboard.press('Tab');
		}
		throw new Error(`The tabulator key never gets to "${name}" at ${this.page.url()}`);
	}

	async type(label, text) {
		await this.tabTo(label);
		await this.page.keyboard.press('ControlOrMeta+a');
		await this.page.keyboard.type(text);
	}

	async press(name, key = 'Enter') {
		await this.tabTo(name);
		await this.page.keyboard.press(key);
	}

	/** Waits for an error that is announced and has the focus. */
	async error(text) {
		await this.#there(this.page.getByRole('alert').filter({ hasText: text }));
		await this.page.waitForFunction(() => document.activeElement.getAttribute('role') === 'alert');
	}

	async notice(text) {
		await this.#there(this.page.getByRole('status').filter({ hasText: text }));
	}

	/** Examines the page as it is now, in light and dark, wide and narrow, and takes its picture. */
	async examine(name) {
		assert.deepEqual(await this.page.evaluate(faults), [], name);
		await this.page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
		await this.#accessible(name);
		await this.page.emulateMedia({ colorScheme: 'dark' });
		await this.page.setViewportSize({ width: 320, height: 640 });
		await this.#accessible(`${name}, dark and narrow`);
		assert.equal(await this.page.evaluate(() => document.documentElement.scrollWidth), 320, `${name} fits a telephone`);
		await this.page.screenshot({ path: join(screenshots, `${name}-narrow.png`), fullPage: true });
		await this.page.emulateMedia({ colorScheme: null });
		await this.page.setViewportSize({ width: 1280, height: 720 });
		assert.deepEqual(this.complaints, [], name);
	}

	/** Goes once around with the tabulator key: everything in the order of the page, each visibly. */
	async tabOrder() {
		const expected = await this.page.evaluate(focusable);
		const reached = [];
		for (let presses = 0; presses <= 2 * expected.length + 2; presses++) {
			await this.page.keyboard.press('Tab');
			const focused = await this.page.evaluate(describeFocused);
			if (focused !== null) {
				assert.ok(focused.outlined, `${focused.name} shows that it has the focus`);
				reached.push(focused.name);
			}
		}
		const first = reached.indexOf(expected[0]);
		assert.deepEqual(reached.slice(first, first + expected.length), expected);
		return expected;
	}

	async close() {
		await this.page.context().close();
		assert.deepEqual(this.complaints, []);
	}

	async #there(locator) {
		try {
			await locator.waitFor();
		}
		catch (failure) {
			const shown = await this.page.locator('body').innerText();
			throw new Error(`${this.page.url()} shows:\n${shown}\n${this.complaints.join('\n')}`, { cause: failure });
		}
	}

	async #accessible(name) {
		if (!await this.page.evaluate(() => 'axe' in window)) {
			await this.page.evaluate(axe);
		}
		const { violations } = await this.page.evaluate(() => axe.run(document, {
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
		}));
		assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.failureSummary)]), [], name);
	}

}

/** What is wrong with the page; runs in it. */
function faults() {
	const found = [];
	const expect = (given, what) => given || found.push(what);
	expect(document.documentElement.lang === 'en', 'no language');
	expect(document.querySelectorAll('h1').length === 1, 'not one main heading');
	expect(/^.+ – Kehu$/.test(document.title), `the title "${document.title}"`);
	for (const input of document.querySelectorAll('input:not([type=hidden]):not([hidden])')) {
		expect(input.labels.length === 1 && input.labels[0].textContent.trim(), `no label: ${input.outerHTML}`);
	}
	for (const script of document.scripts) {
		expect(script.src.startsWith(location.origin) && !script.textContent, `inline script: ${script.outerHTML}`);
	}
	expect(!document.querySelector('style, [style]'), 'inline style');
	for (const element of document.querySelectorAll('*')) {
		for (const { name, value } of element.attributes) {
			expect(!name.startsWith('on') && !/^\s*javascript:/i.test(value), `inline script: ${name}`);
		}
	}
	for (const invalid of document.querySelectorAll('[aria-invalid=true]')) {
		expect(document.querySelector('[role=alert]'), `nothing says what is wrong with ${invalid.id}`);
	}
	return found;
}

function nameOfFocused() {
	const element = document.activeElement;
	const name = element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent;
	return name.trim().replace(/\s+/g, ' ');
}

function describeFocused() {
	const element = document.activeElement;
	if (element === document.body) {
		return null;
	}
	const style = getComputedStyle(element);
	const name = element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent;
	return { name: name.trim(), outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
}

function focusable() {
	return [...document.querySelectorAll('a[href], button, input:not([type=hidden])')]
		.filter((element) => element.checkVisibility())
		.map((element) => (element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent).trim());
}

/** An authenticator app that knows nothing but the key that the page shows: RFC 6238. */
export class AuthenticatorApp {

	#key;

	constructor(shown) {
		const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
		const bits = [...shown.replaceAll(' ', '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
		this.#key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
	}

	/** The code of now, or of so many steps later. */
	code(later = 0) {
		const step = Buffer.alloc(8);
		step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
		const hash = createHmac('sha1', this.#key).update(step).digest();
		const number = hash.readUInt32BE(hash[hash.length - 1] & 15) & 0x7fffffff;
		return String(number % 1_000_000).padStart(6, '0');
	}

	/** A code that is not right, now or soon. */
	wrongCode() {
		const right = [-2, -1, 0, 1, 2, 3, 4].map((later) => this.code(later));
		return ['0', '1', '2', '3', '4', '5', '6', '7'].map((digit) => digit.repeat(6)).find((code) => !right.includes(code));
	}

}

/** Returns the texts of the e-mails to a recipient. */
export function emails(recipient) {
	const folder = process.env.KEHU_MAIL_FOLDER;
	return readdirSync(folder)
		.filter((file) => file.endsWith('.eml'))
		.sort()
		.map((file) => readFileSync(join(folder, file), 'utf8'))
		.filter((email) => email.includes(`To: ${recipient}`))
		.map((email) => email.replace(/=\r?\n/g, '').replace(/=3D/g, '='));
}

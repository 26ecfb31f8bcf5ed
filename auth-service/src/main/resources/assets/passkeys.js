// Lets people log in with passkeys, and add some. Without it everything else works.
'use strict';

(() => {
	const { csrfHeader, csrfToken } = document.currentScript.dataset;

	const bytes = (text) => {
		const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
		return Uint8Array.from(plain, (character) => character.charCodeAt(0));
	};

	const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
		.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

	const post = async (path, body) => {
		const answer = await fetch(path, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', 'Accept': 'application/json', [csrfHeader]: csrfToken },
			body: (body === undefined) ? undefined : JSON.stringify(body)
		});
		if (!answer.ok) {
			throw new Error(`${path}: ${answer.status}`);
		}
		return answer.json();
	};

	const decoded = (list) => (list ?? []).map((credential) => ({ ...credential, id: bytes(credential.id) }));

	const common = (credential, response) => ({
		id: credential.id,
		rawId: text(credential.rawId),
		response,
		clientExtensionResults: credential.getClientExtensionResults(),
		authenticatorAttachment: credential.authenticatorAttachment
	});

	const login = async () => {
		const options = await post('/webauthn/authenticate/options');
		const credential = await navigator.credentials.get({
			publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: decoded(options.allowCredentials) }
		});
		const { authenticatorData, clientDataJSON, signature, userHandle } = credential.response;
		await post('/login/webauthn', {
			...common(credential, {
				authenticatorData: text(authenticatorData),
				clientDataJSON: text(clientDataJSON),
				signature: text(signature),
				userHandle: userHandle ? text(userHandle) : undefined
			}),
			credType: credential.type
		});
		return '/login/continue';
	};

	const register = async (button) => {
		const label = document.getElementById('passkey-label').value.trim() || 'Passkey';
		const options = await post('/webauthn/register/options');
		const credential = await navigator.credentials.create({
			publicKey: {
				...options,
				challenge: bytes(options.challenge),
				user: { ...options.user, id: bytes(options.user.id) },
				excludeCredentials: decoded(options.excludeCredentials)
			}
		});
		const { attestationObject, clientDataJSON } = credential.response;
		await post('/webauthn/register', {
			publicKey: {
				credential: {
					...common(credential, {
						attestationObject: text(attestationObject),
						clientDataJSON: text(clientDataJSON),
						transports: credential.response.getTransports?.() ?? []
					}),
					type: credential.type
				},
				label
			}
		});
		return button.dataset.success;
	};

	const actions = { login, register };

	if (window.PublicKeyCredential) {
		document.querySelectorAll('[data-passkey-form]').forEach((form) => form.hidden = false);
		document.querySelectorAll('[data-passkey]').forEach((button) => {
			button.hidden = false;
			button.addEventListener('click', async () => {
				button.disabled = true;
				try {
					location.assign(await actions[button.dataset.passkey](button));
				}
				catch (failure) {
					console.warn(failure);
					location.assign(button.dataset.failure);
				}
			});
		});
	}
})();

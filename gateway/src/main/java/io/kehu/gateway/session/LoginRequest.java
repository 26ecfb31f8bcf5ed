package io.kehu.gateway.session;

import java.time.Instant;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * A login that a browser has begun. The browser keeps it, encrypted, so that nothing is
 * stored for visitors who never finish.
 *
 * @param state ties the answer of auth-service to this login
 * @param verifier the proof key (RFC 7636)
 * @param returnTo where the browser goes after the login
 * @param begunAt when it was begun
 */
record LoginRequest(String state, String verifier, String returnTo, Instant begunAt) {

	private static final String OWNER = "login";

	String write(SessionSeal seal, JsonMapper json) {
		return seal.seal(OWNER, json.writeValueAsBytes(this));
	}

	static Optional<LoginRequest> of(ServerHttpRequest request, SessionSeal seal, JsonMapper json) {
		return SessionCookies.valueOf(SessionCookies.LOGIN, request)
			.map((value) -> seal.open(OWNER, value))
			.flatMap((text) -> read(text, json));
	}

	private static Optional<LoginRequest> read(byte[] text, JsonMapper json) {
		try {
			return Optional.of(json.readValue(text, LoginRequest.class));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return "LoginRequest[returnTo=" + this.returnTo + "]";
	}

}

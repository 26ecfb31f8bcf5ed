package io.kehu.gateway;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Objects;

import io.kehu.platform.test.probe.BrowserProbe;
import io.kehu.platform.test.probe.HttpAnswer;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * A browser that logs in at the gateway.
 */
final class BrowserLogin {

	static final String SESSION = "__Host-kehu-session";

	private final BrowserProbe browser;

	BrowserLogin(int port) {
		this.browser = new BrowserProbe("http://127.0.0.1:" + port);
	}

	/** Logs in as a user whom the stand-in for auth-service accepts. */
	HttpAnswer logIn(String returnTo) {
		return finish(begin(returnTo), "a-code");
	}

	/** Begins a login, and returns its state. */
	String begin(String returnTo) {
		String location = get("/session/login?return=" + returnTo).expect(302).header("Location");
		return Objects
			.requireNonNull(UriComponentsBuilder.fromUriString(location).build().getQueryParams().getFirst("state"));
	}

	HttpAnswer finish(String state, String code) {
		return get("/session/callback?code=" + code + "&iss=http://localhost:8080&state=" + state);
	}

	String csrfToken() {
		return get("/session").expect(200).json().path("csrfToken").asString();
	}

	Map<String, String> cookies() {
		return this.browser.cookies();
	}

	HttpAnswer get(String path, String... headers) {
		return this.browser.get(path, headers);
	}

	HttpAnswer post(String path, String... headers) {
		return this.browser.send("POST", path, BodyPublishers.ofString("{}"), headers);
	}

}

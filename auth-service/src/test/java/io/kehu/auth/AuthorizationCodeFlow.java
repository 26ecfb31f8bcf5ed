package io.kehu.auth;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.jayway.jsonpath.JsonPath;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * A user's login with the console: authorization code with PKCE.
 */
class AuthorizationCodeFlow {

	static final String REDIRECT = "http://127.0.0.1:54321/callback";

	static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	private final Browser browser;

	AuthorizationCodeFlow(Browser browser) {
		this.browser = browser;
	}

	static Map<String, String> request() {
		return new HashMap<>(Map.of("response_type", "code", "client_id", "kehu-console", "scope", "openid profile",
				"redirect_uri", REDIRECT, "state", "some-state", "code_challenge", challenge(), "code_challenge_method",
				"S256"));
	}

	HttpResponse<String> authorize(Map<String, String> request) {
		return this.browser.get("/oauth2/authorize?" + Browser.encode(request));
	}

	/**
	 * Logs in and returns the code issued to the console.
	 */
	String code(Map<String, String> request) {
		authorize(request);
		HttpResponse<String> loggedIn = this.browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
		String location = loggedIn.headers().firstValue("Location").orElseThrow();
		HttpResponse<String> granted = this.browser.get(location);
		return parameter(granted, "code");
	}

	HttpResponse<String> redeem(String code, String verifier) {
		return this.browser.post("/oauth2/token", Map.of("grant_type", "authorization_code", "client_id",
				"kehu-console", "code", code, "redirect_uri", REDIRECT, "code_verifier", verifier));
	}

	Tokens tokens() {
		HttpResponse<String> answer = redeem(code(request()), VERIFIER);
		return Tokens.of(answer);
	}

	static String parameter(HttpResponse<String> redirect, String name) {
		URI location = URI.create(redirect.headers().firstValue("Location").orElseThrow());
		return Objects.requireNonNull(UriComponentsBuilder.fromUri(location).build().getQueryParams().getFirst(name),
				location::toString);
	}

	private static String challenge() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	HttpResponse<String> refresh(String token) {
		return this.browser.post("/oauth2/token",
				Map.of("grant_type", "refresh_token", "client_id", "kehu-console", "refresh_token", token));
	}

	record Tokens(String access, String id, String refresh) {

		static Tokens of(HttpResponse<String> answer) {
			return new Tokens(JsonPath.read(answer.body(), "$.access_token"),
					JsonPath.read(answer.body(), "$.id_token"), JsonPath.read(answer.body(), "$.refresh_token"));
		}

	}

}

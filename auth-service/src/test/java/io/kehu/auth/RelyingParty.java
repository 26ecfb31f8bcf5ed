package io.kehu.auth;

import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.kehu.platform.test.probe.HttpProbe;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A confidential client as the conformance suite of the OpenID Foundation sets one up: it
 * sends a nonce instead of a proof key, and may send users back after a logout.
 */
final class RelyingParty {

	static final String CALLBACK = "https://suite.example/test/a/kehu/callback";

	static final String LOGGED_OUT = "https://suite.example/test/a/kehu/post_logout_redirect";

	private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");

	private static final Pattern SCOPE = Pattern.compile("name=\"scope\" value=\"([^\"]+)\"");

	private final Browser browser;

	private final String id;

	private final String secret;

	RelyingParty(People people, Browser browser, Map<String, ?> more) {
		Map<String, Object> details = new HashMap<>(Map.of("name", "Suite", "redirectUris", List.of(CALLBACK),
				"postLogoutRedirectUris", List.of(LOGGED_OUT), "proofKeyRequired", false));
		details.putAll(more);
		HttpProbe operator = people.operator();
		JsonNode client = operator.post("/api/v1/clients", details).expect(201).json();
		JsonNode created = operator.post("/api/v1/clients/" + client.get("id").asString() + "/secrets", "{}")
			.expect(201)
			.json();
		this.browser = browser;
		this.id = created.get("clientId").asString();
		this.secret = created.get("clientSecret").asString();
	}

	String id() {
		return this.id;
	}

	Map<String, String> request(String scopes) {
		return new HashMap<>(Map.of("response_type", "code", "client_id", this.id, "scope", scopes, "redirect_uri",
				CALLBACK, "state", UUID.randomUUID().toString(), "nonce", UUID.randomUUID().toString()));
	}

	HttpResponse<String> authorize(Map<String, String> request) {
		return this.browser.get("/oauth2/authorize?" + Browser.encode(request));
	}

	/**
	 * Follows redirects and agrees to everything until the browser would leave for the
	 * client.
	 */
	HttpResponse<String> agree(HttpResponse<String> first) {
		HttpResponse<String> answer = this.browser.follow(first);
		if (answer.statusCode() != 200 || !answer.body().contains("asks for permission")) {
			return answer;
		}
		StringBuilder form = new StringBuilder(Browser.encode(Map.of("client_id", this.id, "state",
				STATE.matcher(answer.body()).results().findFirst().orElseThrow().group(1))));
		SCOPE.matcher(answer.body())
			.results()
			.map((MatchResult scope) -> "&scope=" + scope.group(1))
			.forEach(form::append);
		return this.browser.postEncoded("/oauth2/authorize", form.toString());
	}

	/** Sends the request, logs in as the user, and returns the answer to the client. */
	HttpResponse<String> logIn(Map<String, String> request, String username) {
		authorize(request);
		return agree(this.browser.logIn(username, People.PASSWORD));
	}

	HttpResponse<String> token(Map<String, String> form) {
		Map<String, String> all = new HashMap<>(form);
		all.put("client_id", this.id);
		all.put("client_secret", this.secret);
		return this.browser.post("/oauth2/token", all);
	}

	HttpResponse<String> introspect(String token) {
		return this.browser.post("/oauth2/introspect",
				Map.of("token", token, "client_id", this.id, "client_secret", this.secret));
	}

	HttpResponse<String> redeem(HttpResponse<String> answer) {
		return token(Map.of("grant_type", "authorization_code", "code", AuthorizationCodeFlow.parameter(answer, "code"),
				"redirect_uri", CALLBACK));
	}

	Tokens tokens(HttpResponse<String> answer) {
		return Tokens.of(redeem(answer));
	}

	/**
	 * The tokens of a client.
	 */
	record Tokens(String access, String refresh, String id) {

		static Tokens of(HttpResponse<String> answer) {
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
			return new Tokens(JsonPath.read(answer.body(), "$.access_token"),
					JsonPath.read(answer.body(), "$.refresh_token"), JsonPath.read(answer.body(), "$.id_token"));
		}

		SignedJWT idToken() {
			try {
				return SignedJWT.parse(this.id);
			}
			catch (ParseException ex) {
				throw new AssertionError(ex);
			}
		}

		JWTClaimsSet claims() {
			try {
				return idToken().getJWTClaimsSet();
			}
			catch (ParseException ex) {
				throw new AssertionError(ex);
			}
		}

		@Nullable Object claim(String name) {
			return claims().getClaim(name);
		}

	}

}

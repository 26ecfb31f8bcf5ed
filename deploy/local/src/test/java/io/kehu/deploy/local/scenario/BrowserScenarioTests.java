package io.kehu.deploy.local.scenario;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.kehu.deploy.local.conformance.SuiteClients;
import io.kehu.platform.test.probe.BrowserProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A user logs in with a browser, which never sees a token, and one logout ends it all.
 */
@WholeSystem
class BrowserScenarioTests {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	@Test
	void aBrowserUsesTheApiUntilTheLoginEnds(RunningKehu kehu) {
		SuiteClients.Credentials user = new SuiteClients(kehu.system().gatewayUrl(), kehu.system().accessToken())
			.user();
		BrowserProbe browser = new BrowserProbe(kehu.system().gatewayUrl());
		logIn(browser, user, "/customers?q=a");
		JsonNode session = browser.get("/session").expect(200).json();
		assertThat(session.path("me").path("name").asString()).isEqualTo(user.name());
		browser.get("/api/v1/me").expect(200);
		assertThat(browser.get("/api/v1/users").status()).isEqualTo(403);
		assertThat(browser.cookies().toString()).doesNotContain("eyJ");

		String csrfToken = session.path("csrfToken").asString();
		assertThat(browser.send("POST", "/session/logout", BodyPublishers.noBody()).status()).isEqualTo(403);
		browser.send("POST", "/session/logout", BodyPublishers.noBody(), "Kehu-Csrf", csrfToken).expect(204);
		browser.get("/api/v1/me").expect(401);
		assertThat(follow(browser, "/session/login")).endsWith("/login");
	}

	@Test
	void endingTheLoginElsewhereEndsTheSession(RunningKehu kehu) {
		SuiteClients.Credentials user = new SuiteClients(kehu.system().gatewayUrl(), kehu.system().accessToken())
			.user();
		BrowserProbe browser = new BrowserProbe(kehu.system().gatewayUrl());
		logIn(browser, user, "/");
		String id = browser.get("/session").expect(200).json().path("me").path("userId").asString();
		kehu.api().delete("/api/v1/users/" + id + "/sessions").expect(204);
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(browser.get("/api/v1/me").status()).isEqualTo(401));
		assertThat(browser.get("/session").status()).isEqualTo(401);
	}

	private static void logIn(BrowserProbe browser, SuiteClients.Credentials user, String returnTo) {
		assertThat(follow(browser, "/session/login?return=" + encoded(returnTo))).endsWith("/login");
		Matcher token = CSRF.matcher(browser.get("/login").expect(200).body());
		assertThat(token.find()).isTrue();
		HttpAnswer loggedIn = browser.submit("/login", "username=" + encoded(user.name()) + "&password="
				+ encoded(user.secret()) + "&_csrf=" + encoded(token.group(1)));
		assertThat(follow(browser, loggedIn.header("Location"))).isEqualTo(returnTo);
		assertThat(browser.cookies()).containsKey("__Host-kehu-session");
	}

	/** Follows redirects to the first page, or to the first path after the login. */
	private static String follow(BrowserProbe browser, String path) {
		String current = path;
		for (int hops = 0; hops < 10; hops++) {
			HttpAnswer answer = browser.get(current, "Accept", "text/html");
			if (answer.status() != 302) {
				return current;
			}
			boolean done = current.contains("/session/callback");
			current = answer.header("Location");
			if (done) {
				return current;
			}
		}
		throw new AssertionError("Too many redirects from " + path);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}

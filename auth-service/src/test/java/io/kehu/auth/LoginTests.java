package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class LoginTests {

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	private Browser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
	}

	@Test
	void thePageAllowsNothingButItself() {
		HttpResponse<String> page = this.browser.get("/login");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.contains("default-src 'none'", "style-src 'self'", "script-src 'self'", "frame-ancestors 'none'");
		assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
		assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(page.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
		assertThat(page.headers().firstValue("Set-Cookie")).get().asString().contains("HttpOnly", "SameSite=Lax");
		assertThat(page.body()).doesNotContain("<script>", "th:");
	}

	@Test
	void aWrongPasswordAndAnUnknownNameLookTheSame() {
		HttpResponse<String> wrong = this.browser.logIn(AuthServiceTest.USERNAME, "wrong");
		HttpResponse<String> unknown = this.browser.logIn("nobody", "wrong");
		assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(302);
		assertThat(wrong.headers().firstValue("Location")).isEqualTo(unknown.headers().firstValue("Location"))
			.hasValue("/login?error");
		assertThat(this.browser.get("/login?error").body()).contains("role=\"alert\"");
	}

	@Test
	void aLoginNeedsTheTokenOfItsPage() {
		this.browser.get("/login");
		Map<String, String> form = Map.of("username", AuthServiceTest.USERNAME, "password", AuthServiceTest.PASSWORD);
		assertThat(this.browser.post("/login", form).statusCode()).isEqualTo(403);
	}

	@Test
	void aLoginChangesTheSession() {
		this.browser.get("/login");
		String before = this.browser.cookie("kehu-session");
		this.browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
		assertThat(this.browser.cookie("kehu-session")).isNotEqualTo(before);
	}

	@Test
	void loggingOutEndsTheSession() {
		this.browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
		String token = Browser.csrfToken(this.browser.get("/logout").body());
		HttpResponse<String> answer = this.browser.post("/logout", Map.of("_csrf", token));
		assertThat(answer.headers().firstValue("Location")).hasValue("/login?logout");
		HttpResponse<String> asked = new AuthorizationCodeFlow(this.browser).authorize(AuthorizationCodeFlow.request());
		assertThat(asked.headers().firstValue("Location")).hasValue("/login");
	}

	@Test
	void passwordsAreStoredWithArgon2idAndNamesInLowerCase() {
		Map<String, Object> user = this.jdbc.sql("select username, password_hash from users").query().singleRow();
		assertThat(user.get("username")).isEqualTo("ada");
		assertThat(user.get("password_hash")).asString().startsWith("{argon2id}$argon2id$v=19$m=64,t=1,p=1$");
	}

}

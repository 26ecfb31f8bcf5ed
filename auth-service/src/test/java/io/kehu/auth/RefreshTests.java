package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.SignedJWT;
import io.kehu.platform.test.link.TestLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class RefreshTests {

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	private Browser browser;

	private AuthorizationCodeFlow flow;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
		this.flow = new AuthorizationCodeFlow(this.browser);
	}

	@Test
	void aRefreshTokenIsExchangedForASuccessor() throws Exception {
		AuthorizationCodeFlow.Tokens first = this.flow.tokens();
		HttpResponse<String> answer = this.flow.refresh(first.refresh());
		assertThat(answer.statusCode()).isEqualTo(200);
		AuthorizationCodeFlow.Tokens second = AuthorizationCodeFlow.Tokens.of(answer);
		assertThat(second.refresh()).isNotEqualTo(first.refresh());
		assertThat(SignedJWT.parse(second.access()).getJWTClaimsSet().getJWTID())
			.isNotEqualTo(SignedJWT.parse(first.access()).getJWTClaimsSet().getJWTID());
		assertThat(me(second.access())).isEqualTo(200);
		assertThat(this.flow.refresh(second.refresh()).statusCode()).isEqualTo(200);
	}

	@Test
	void aCopyThatComesLaterEndsTheWholeLogin() {
		AuthorizationCodeFlow.Tokens first = this.flow.tokens();
		AuthorizationCodeFlow.Tokens second = AuthorizationCodeFlow.Tokens.of(this.flow.refresh(first.refresh()));
		AuthorizationCodeFlow.Tokens third = AuthorizationCodeFlow.Tokens.of(this.flow.refresh(second.refresh()));
		assertThat(me(first.access())).isEqualTo(me(third.access())).isEqualTo(200);
		assertThat(this.flow.refresh(first.refresh()).statusCode()).isEqualTo(400);
		assertThat(this.flow.refresh(third.refresh()).statusCode()).isEqualTo(400);
		assertThat(me(first.access())).isEqualTo(me(second.access())).isEqualTo(me(third.access())).isEqualTo(401);
	}

	@Test
	void theTokenJustUsedIsRefusedAtOnceAndEndsTheLoginAfterSeconds() {
		AuthorizationCodeFlow.Tokens first = this.flow.tokens();
		AuthorizationCodeFlow.Tokens second = AuthorizationCodeFlow.Tokens.of(this.flow.refresh(first.refresh()));
		assertThat(this.flow.refresh(first.refresh()).statusCode()).isEqualTo(400);
		assertThat(me(second.access())).isEqualTo(200);
		this.jdbc.sql("update spent_refresh_tokens set spent_at = spent_at - interval '11 seconds'").update();
		assertThat(this.flow.refresh(first.refresh()).statusCode()).isEqualTo(400);
		assertThat(this.flow.refresh(second.refresh()).statusCode()).isEqualTo(400);
		assertThat(me(second.access())).isEqualTo(401);
	}

	@Test
	void anotherClientCannotUseIt() {
		AuthorizationCodeFlow.Tokens tokens = this.flow.tokens();
		String credentials = Base64.getEncoder()
			.encodeToString(("kehu-cli:" + AuthServiceTest.CLIENT_SECRET).getBytes());
		HttpResponse<String> stolen = this.browser.post("/oauth2/token",
				Map.of("grant_type", "refresh_token", "refresh_token", tokens.refresh()), "Authorization",
				"Basic " + credentials);
		assertThat(stolen.statusCode()).isEqualTo(400);
		HttpResponse<String> claimed = this.browser.post("/oauth2/token",
				Map.of("grant_type", "refresh_token", "refresh_token", tokens.refresh(), "client_id", "kehu-cli"));
		assertThat(claimed.statusCode()).isEqualTo(401);
		assertThat(this.flow.refresh(tokens.refresh()).statusCode()).isEqualTo(200);
	}

	@Test
	void aRevokedRefreshTokenTakesItsAccessTokensAlong() {
		AuthorizationCodeFlow.Tokens tokens = this.flow.tokens();
		HttpResponse<String> revoked = this.browser.post("/oauth2/revoke",
				Map.of("token", tokens.refresh(), "client_id", "kehu-console"));
		assertThat(revoked.statusCode()).isEqualTo(200);
		assertThat(this.flow.refresh(tokens.refresh()).statusCode()).isEqualTo(400);
		assertThat(me(tokens.access())).isEqualTo(401);
	}

	@Test
	void aCodeThatIsRedeemedTwiceEndsTheLogin() {
		String code = this.flow.code(AuthorizationCodeFlow.request());
		AuthorizationCodeFlow.Tokens tokens = AuthorizationCodeFlow.Tokens
			.of(this.flow.redeem(code, AuthorizationCodeFlow.VERIFIER));
		assertThat(me(tokens.access())).isEqualTo(200);
		assertThat(this.flow.redeem(code, AuthorizationCodeFlow.VERIFIER).statusCode()).isEqualTo(400);
		assertThat(me(tokens.access())).isEqualTo(401);
		assertThat(this.flow.refresh(tokens.refresh()).statusCode()).isEqualTo(400);
	}

	@Test
	void storedTokensCannotBePresented() {
		AuthorizationCodeFlow other = new AuthorizationCodeFlow(new Browser(this.port));
		String unused = other.code(AuthorizationCodeFlow.request());
		AuthorizationCodeFlow.Tokens tokens = this.flow.tokens();
		List<String> stored = this.jdbc.sql("""
				select unnest(array[authorization_code_value, access_token_value, refresh_token_value])
				from oauth2_authorization""").query(String.class).list();
		assertThat(stored).doesNotContain(unused, tokens.access(), tokens.refresh());
		for (String found : stored.stream().filter(Objects::nonNull).toList()) {
			assertThat(found).startsWith("sha256:");
			assertThat(this.flow.redeem(found, AuthorizationCodeFlow.VERIFIER).statusCode()).isEqualTo(400);
			assertThat(this.flow.refresh(found).statusCode()).isEqualTo(400);
			assertThat(me(found)).isEqualTo(401);
			this.browser.post("/oauth2/revoke", Map.of("token", found, "client_id", "kehu-console"));
		}
		assertThat(me(tokens.access())).isEqualTo(200);
		assertThat(this.flow.refresh(tokens.refresh()).statusCode()).isEqualTo(200);
		assertThat(other.redeem(unused, AuthorizationCodeFlow.VERIFIER).statusCode()).isEqualTo(200);
	}

	@Test
	void aLoginEndsHoweverOftenItIsRefreshed() {
		AuthorizationCodeFlow.Tokens first = this.flow.tokens();
		this.flow.refresh(first.refresh());
		assertThat(this.jdbc.sql("""
				select extract(epoch from refresh_token_expires_at - authorization_code_issued_at)::int
				from oauth2_authorization order by created_at desc limit 1""").query(Integer.class).single())
			.isBetween(43_195, 43_260);
	}

	@Test
	void whatIsRevokedIsToldToTheOtherProcesses() throws Exception {
		AuthorizationCodeFlow.Tokens tokens = this.flow.tokens();
		String login = SignedJWT.parse(tokens.access()).getJWTClaimsSet().getStringClaim("sid");
		assertThat(this.browser.get("/internal/revocations", "Authorization", TestLink.header("auth-service")).body())
			.doesNotContain(login);
		this.browser.post("/oauth2/revoke", Map.of("token", tokens.access(), "client_id", "kehu-console"));
		String list = this.browser.get("/internal/revocations", "Authorization", TestLink.header("auth-service"))
			.body();
		assertThat(JsonPath.<List<String>>read(list, "$.revoked[*].id")).contains(login);
	}

	@Test
	void implicitAndPasswordGrantsDoNotExist() {
		Map<String, String> request = AuthorizationCodeFlow.request();
		request.put("response_type", "token");
		assertThat(this.flow.authorize(request).body()).doesNotContain("access_token");
		HttpResponse<String> password = this.browser.post("/oauth2/token",
				Map.of("grant_type", "password", "client_id", "kehu-cli", "client_secret",
						AuthServiceTest.CLIENT_SECRET, "username", AuthServiceTest.USERNAME, "password",
						AuthServiceTest.PASSWORD));
		assertThat(password.statusCode()).isEqualTo(400);
		assertThat(JsonPath.<String>read(password.body(), "$.error")).isEqualTo("unsupported_grant_type");
	}

	private int me(String token) {
		return this.browser.api("/api/v1/me", token).statusCode();
	}

}

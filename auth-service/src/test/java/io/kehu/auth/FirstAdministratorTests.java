package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.kehu.platform.test.KehuIntegrationTest;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A new system.
 */
@OwnInstance
@KehuIntegrationTest(properties = { "kehu.auth.admin.username=" + AuthServiceTest.USERNAME,
		"kehu.auth.admin.password=" + AuthServiceTest.PASSWORD,
		"kehu.auth.cli.client-secret=" + AuthServiceTest.CLIENT_SECRET,
		"kehu.auth.key.secret=" + AuthServiceTest.KEY_SECRET, AuthServiceTest.MEMORY, AuthServiceTest.PASSES,
		AuthServiceTest.PROMPT, AuthServiceTest.PATIENT })
class FirstAdministratorTests {

	private static final String PAGE = "/account/second-factor";

	@LocalServerPort
	int port;

	@Test
	void logsInWithThePasswordAndGetsTokensOnceThereIsASecondFactor() throws Exception {
		Browser browser = new Browser(this.port);
		AuthorizationCodeFlow flow = new AuthorizationCodeFlow(browser);
		flow.authorize(AuthorizationCodeFlow.request());
		HttpResponse<String> page = browser.follow(browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD));
		assertThat(page.body()).contains("Your role requires a second factor");
		HttpResponse<String> refused = flow.authorize(AuthorizationCodeFlow.request());
		assertThat(refused.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).doesNotContain("code=").endsWith(PAGE));
		HttpResponse<String> codes = browser.submit(PAGE,
				Map.of("action", "enrol", "code", new AuthenticatorApp(page.body()).code(0)));
		assertThat(codes.body()).contains("Your recovery codes");
		HttpResponse<String> granted = browser.follow(browser.get("/login/continue"));
		JWTClaimsSet claims = SignedJWT.parse(JsonPath.<String>read(
				flow.redeem(AuthorizationCodeFlow.parameter(granted, "code"), AuthorizationCodeFlow.VERIFIER).body(),
				"$.access_token"))
			.getJWTClaimsSet();
		assertThat(claims.getStringListClaim("roles")).containsExactly("administrator");
		assertThat(claims.getStringListClaim("amr")).contains("mfa");
	}

}

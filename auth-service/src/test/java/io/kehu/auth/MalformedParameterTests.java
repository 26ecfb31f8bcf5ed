package io.kehu.auth;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
@ExtendWith(OutputCaptureExtension.class)
class MalformedParameterTests {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(strings = { "/login?x=%0aFORGED%ff", "/login?x%0aFORGED=1", "/login?name%00=x", "/login?x=%00",
			"/oauth2/authorize?client_id=%0aFORGED%fe", "/api/v1/users?q=%0aFORGED%ff" })
	void isRefusedAndForgesNoLine(String path, CapturedOutput output) {
		HttpResponse<String> refused = new Browser(this.port).get(path);
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(output.getAll().lines()).noneMatch((line) -> line.startsWith("FORGED"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x%0aFORGED", "x%e2%80%a8FORGED" })
	void aNameThatIsGuessedForgesNoLine(String name, CapturedOutput output) {
		Browser browser = new Browser(this.port);
		for (int attempt = 0; attempt < 5; attempt++) {
			String csrf = Browser.csrfToken(browser.get("/login").body());
			browser.postEncoded("/login", "username=" + name + "&password=wrong&_csrf=" + csrf);
		}
		assertThat(output.getAll().lines()).noneMatch((line) -> line.startsWith("FORGED"));
	}

	@Test
	void aLineBreakInAValueIsAllowed() {
		assertThat(new Browser(this.port).get("/login?x=%0a").statusCode()).isEqualTo(200);
	}

}

package io.kehu.auth;

import java.util.Map;
import java.util.UUID;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Intents accept {@code If-Match} without requiring it.
 */
@AuthServiceTest
class IntentPreconditionTests {

	@Autowired
	People people;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.people.operator();
	}

	@ParameterizedTest
	@CsvSource({ "users, username, lock", "users, username, require-password-reset", "clients, name, lock",
			"clients, name, secrets" })
	void failWhenTheRecordHasChanged(String kind, String field, String intent) {
		HttpAnswer created = this.http.post("/api/v1/" + kind, Map.of(field, "stale-" + UUID.randomUUID())).expect(201);
		String path = created.header("Location");
		this.http.with("If-Match", "\"7\"").post(path + "/" + intent, "").expect(412);
		assertThat(this.http.get(path).expect(200).etag()).isEqualTo(created.etag());
		HttpAnswer done = this.http.with("If-Match", created.etag()).post(path + "/" + intent, "");
		assertThat(done.status()).isIn(201, 204);
		assertThat(this.http.get(path).expect(200).etag()).isNotEqualTo(created.etag());
		assertThat(this.http.post(path + "/" + intent, "").status()).isIn(201, 204);
	}

}

package io.kehu.platform.test;

import java.time.Duration;
import java.util.UUID;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@KehuIntegrationTest(classes = { NoteService.class, NoteService.Beans.class },
		properties = "kehu.test.said-by-the-class=yes")
class KehuIntegrationTestTests {

	@Autowired
	private HttpProbe http;

	@Autowired
	private EventProbe events;

	@Autowired
	private Infrastructure infrastructure;

	@Autowired
	private JdbcClient database;

	@Autowired
	private StringRedisTemplate cache;

	@Autowired
	private Environment environment;

	@Test
	void connectsTheServiceToAllServers() {
		String id = takeNote();
		assertThat(this.database.sql("SELECT note FROM note WHERE id = ?").param(id).query(String.class).single())
			.isEqualTo("{\"text\": \"hello\"}");
		assertThat(this.cache.opsForValue().get(id)).isEqualTo("{\"text\": \"hello\"}");
		assertThat(this.events.await(NoteService.TOPIC, id, "io.kehu.note.filed.v1").json().path("text").asString())
			.isEqualTo("hello");
	}

	@Test
	void ownsItsDatabaseAsAServiceDoes() {
		assertThat(this.database.sql("SELECT current_user").query(String.class).single())
			.isEqualTo(this.infrastructure.postgres().username());
	}

	@Test
	void refusesWhoHasNoTrustedToken() throws Exception {
		assertThat(this.http.post("/notes", "{}").status()).isEqualTo(401);
		TestToken foreign = TestToken.user().signedWith(new ECKeyGenerator(Curve.P_256).keyID("foreign").generate());
		assertThat(this.http.as(foreign).post("/notes", "{}").status()).isEqualTo(401);
	}

	@Test
	void probeTellsOrderAndSurplusOfEvents() {
		String id = takeNote();
		assertThat(this.events.awaitExactly(NoteService.TOPIC, id, "io.kehu.note.taken.v1", "io.kehu.note.filed.v1"))
			.hasSize(2);
		assertThatThrownBy(() -> this.events.awaitExactly(NoteService.TOPIC, id, "io.kehu.note.taken.v1"))
			.isInstanceOf(AssertionError.class)
			.hasMessageContaining("io.kehu.note.filed.v1");
		assertThatThrownBy(
				() -> this.events.awaitExactly(NoteService.TOPIC, id, "io.kehu.note.filed.v1", "io.kehu.note.taken.v1"))
			.isInstanceOf(AssertionError.class);
	}

	@Test
	void probeSaysWhatCameInstead() {
		String id = takeNote();
		try (EventProbe probe = new EventProbe(this.infrastructure.kafka())) {
			probe.await(NoteService.TOPIC, id, "io.kehu.note.taken.v1");
			assertThatThrownBy(
					() -> probe.within(Duration.ofSeconds(2)).await(NoteService.TOPIC, id, "io.kehu.note.lost.v1"))
				.isInstanceOf(AssertionError.class)
				.hasMessageContaining("io.kehu.note.taken.v1");
		}
		assertThat(this.events.events("kehu.unknown", UUID.randomUUID())).isEmpty();
	}

	@Test
	void switchesOffWhatATestDoesNotWantAndLeavesTheClassTheLastWord() {
		assertThat(this.environment.getProperty("eureka.client.enabled")).isEqualTo("false");
		assertThat(this.environment.getProperty("kehu.test.said-by-the-class")).isEqualTo("yes");
	}

	private String takeNote() {
		HttpAnswer answer = this.http.as("note:write").post("/notes", "{\"text\": \"hello\"}").expect(201);
		return answer.json().path("id").asString();
	}

}

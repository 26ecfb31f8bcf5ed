package io.kehu.platform.test;

import java.util.concurrent.atomic.AtomicReference;

import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Run by two classes that are configured alike: they share one context, and each finds
 * the servers as the service's start left them.
 */
@KehuIntegrationTest(
		classes = { NoteService.class, NoteService.Beans.class, SharedContextContract.SeededService.class })
abstract class SharedContextContract {

	private static final AtomicReference<ApplicationContext> FIRST = new AtomicReference<>();

	@BeforeAll
	static void findsWhatTheStartLeft(@Autowired ApplicationContext context, @Autowired JdbcClient database,
			@Autowired StringRedisTemplate cache, @Autowired EventProbe events) {
		FIRST.compareAndSet(null, context);
		assertThat(context).isSameAs(FIRST.get());
		assertThat(database.sql("SELECT note FROM note").query(String.class).list()).containsExactly("seed");
		assertThat(database.sql("SELECT nextval('number')").query(Long.class).single()).isEqualTo(2);
		assertThat(database.sql("SELECT to_regclass('later')::text").query(String.class).optional()).isEmpty();
		assertThat(database.sql("SELECT label FROM parent LEFT JOIN child ON parent = parent.id")
			.query(String.class)
			.list()).containsExactly("seed");
		assertThat(cache.keys("*")).isEmpty();
		assertThat(events.events(NoteService.TOPIC)).isEmpty();
	}

	@AfterAll
	static void leavesMuchBehind(@Autowired JdbcClient database) {
		database.sql("DELETE FROM note WHERE id = 'seed'").update();
		database.sql("CREATE TABLE later (id bigint)").update();
		database.sql("UPDATE parent SET id = 7").update();
		database.sql("INSERT INTO child VALUES (7, 'left behind')").update();
	}

	@Test
	void worksWithAllServers(@Autowired HttpProbe http, @Autowired EventProbe events,
			@Autowired StringRedisTemplate cache) {
		String id = http.as("note:write").post("/notes", "{}").expect(201).json().path("id").asString();
		events.awaitExactly(NoteService.TOPIC, id, "io.kehu.note.taken.v1", "io.kehu.note.filed.v1");
		assertThat(cache.opsForValue().get(id)).isEqualTo("{}");
	}

	/**
	 * Writes rows of several kinds when the service starts.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class SeededService {

		@Bean
		ApplicationRunner seed(JdbcClient database) {
			return (arguments) -> {
				database.sql("CREATE TABLE note (id text PRIMARY KEY, note text)").update();
				database.sql("INSERT INTO note VALUES ('seed', 'seed')").update();
				database.sql("CREATE SEQUENCE number").update();
				database.sql("SELECT nextval('number')").query(Long.class).single();
				database.sql("CREATE TABLE parent (id bigint PRIMARY KEY)").update();
				database
					.sql("CREATE TABLE child (parent bigint REFERENCES parent ON UPDATE CASCADE, label text,"
							+ " length int GENERATED ALWAYS AS (length(label)) STORED)")
					.update();
				database.sql("INSERT INTO parent VALUES (1)").update();
				database.sql("INSERT INTO child VALUES (1, 'seed')").update();
			};
		}

	}

}

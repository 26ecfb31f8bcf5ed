package io.kehu.auth.user;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.kehu.auth.AuthServiceTest;
import io.kehu.auth.People;
import io.kehu.auth.throttle.Guess;
import io.kehu.auth.throttle.GuessingNoticed;
import io.kehu.platform.test.probe.EventProbe;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@AuthServiceTest
class GuessingTests {

	@Autowired
	People people;

	@Autowired
	EventProbe events;

	@Autowired
	ApplicationEventPublisher publisher;

	@Autowired
	JdbcClient database;

	@Test
	void guessingAtAnAccountIsPublished() {
		String id = this.people.register("target", List.of(), List.of()).get("id").asString();
		this.publisher.publishEvent(new GuessingNoticed(Guess.ACCOUNT, "target", 10));
		this.events.awaitExactly("kehu.users", id, "io.kehu.user.registered.v1", "io.kehu.user.attacked.v1");
		this.publisher.publishEvent(new GuessingNoticed(Guess.FACTOR, id, 10));
		this.events.awaitExactly("kehu.users", id, "io.kehu.user.registered.v1", "io.kehu.user.attacked.v1",
				"io.kehu.user.attacked.v1");
		assertThat(audited("user.attacked")).isEqualTo(2);
		this.people.logIn("target").get("/api/v1/me").expect(200);
	}

	@Test
	void anAddressIsNotedAndANameThatNobodyHasIsNot() {
		this.publisher.publishEvent(new GuessingNoticed(Guess.ACCOUNT, "nobody-of-this-name", 10));
		this.publisher.publishEvent(new GuessingNoticed(Guess.ADDRESS, "203.0.113.66", 60));
		await().atMost(Duration.ofSeconds(30)).until(() -> audited("address.attacking") == 1);
		Map<String, Object> line = this.database
			.sql("select actor, details::text as details from audit_log where action = 'address.attacking'")
			.query()
			.singleRow();
		assertThat(line.get("details")).asString().contains("203.0.113.66");
		assertThat(this.database.sql("select count(*) from audit_log where details::text like '%of-this-name%'")
			.query(Long.class)
			.single()).isZero();
	}

	private long audited(String action) {
		return this.database.sql("select count(*) from audit_log where action = ?")
			.param(action)
			.query(Long.class)
			.single();
	}

}

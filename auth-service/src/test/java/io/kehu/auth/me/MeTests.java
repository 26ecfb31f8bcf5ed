package io.kehu.auth.me;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.kehu.auth.AuthServiceTest;
import io.kehu.auth.People;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class MeTests {

	private static final String PATH = "/api/v1/me";

	@Autowired
	People people;

	@Autowired
	EventProbe events;

	@Test
	void peopleChangeWhatOthersSeeOfThem() {
		HttpProbe someone = this.people.newUser("someone", "marketing");
		HttpAnswer before = someone.get(PATH).expect(200);
		assertThat(before.json().get("displayName").asString()).isEqualTo("someone");
		HttpAnswer after = someone.patch(PATH, before.etag(), Map.of("displayName", "Some One", "locale", "de-CH"))
			.expect(200);
		assertThat(after.json().get("displayName").asString()).isEqualTo("Some One");
		assertThat(after.json().get("locale").asString()).isEqualTo("de-CH");
		assertThat(after.etag()).isNotEqualTo(before.etag());
		someone.patch(PATH, before.etag(), Map.of("displayName", "Late")).expect(412);
		someone.get(PATH).expect(200);
		this.events.awaitExactly("kehu.users", before.json().get("userId").asString(), "io.kehu.user.registered.v1",
				"io.kehu.user.changed.v1");
	}

	@Test
	void peopleChangeNothingElse() {
		HttpProbe someone = this.people.newUser("climber", "marketing");
		HttpAnswer before = someone.get(PATH).expect(200);
		Map<String, Object> wishes = Map.of("roles", List.of("administrator"), "permissions", List.of("user:write"),
				"teamIds", List.of(), "username", "ada", "email", "climber@example.org", "enabled", true, "externalIds",
				List.of(), "version", 0, "status", "active", "teams", List.of("north"));
		wishes.forEach((field, value) -> {
			HttpAnswer refused = someone.patch(PATH, before.etag(), Map.of("displayName", "Climber", field, value))
				.expect(400);
			assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/" + field);
			assertThat(refused.json().at("/errors/0/code").asString()).as(field)
				.isEqualTo(before.json().has(field) ? "not_changeable" : "unknown_field");
		});
		assertThat(someone.patch(PATH, before.etag(), Map.of("locale", "Klingon"))
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/locale");
		assertThat(someone.get(PATH).json()).isEqualTo(before.json());
		assertThat(someone.get(PATH).etag()).isEqualTo(before.etag());
	}

	@Test
	void peopleSendBackWhatTheyRead() {
		HttpProbe someone = this.people.newUser("reader", "marketing");
		HttpAnswer read = someone.get(PATH).expect(200);
		assertThat(someone.patch(PATH, read.etag(), read.body()).expect(200).etag()).isEqualTo(read.etag());
		ObjectNode changed = (ObjectNode) read.json();
		changed.put("locale", "fr");
		JsonNode after = someone.patch(PATH, read.etag(), changed).expect(200).json();
		assertThat(after).isEqualTo(changed);
	}

	@Test
	void peopleNeedNotRepeatWhatRunsAtTheSameTime() throws Exception {
		HttpProbe someone = this.people.newUser("hasty", "marketing");
		List<Callable<HttpAnswer>> changes = IntStream.range(0, 20)
			.<Callable<HttpAnswer>>mapToObj((i) -> () -> someone.patch(PATH, "*", Map.of("displayName", "Hasty " + i)))
			.toList();
		ExecutorService threads = Executors.newFixedThreadPool(changes.size());
		try {
			for (Future<HttpAnswer> answer : threads.invokeAll(changes)) {
				answer.get().expect(200);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void aClientHasNoProfile() {
		HttpProbe client = this.people.operator();
		assertThat(client.get(PATH).expect(200).json().get("userId").isNull()).isTrue();
		client.patch(PATH, "*", Map.of("displayName", "Client")).expect(403);
	}

}

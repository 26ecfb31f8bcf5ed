package io.kehu.example.venue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.kehu.example.ExampleServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The feed of changes under concurrent transactions and restricted access.
 */
@ExampleServiceTest
class VenueChangesTests {

	private static final String PATH = "/api/v1/venues";

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionOperations transactions;

	@Test
	void missesNothingThatIsCommittedLate() {
		HttpProbe http = this.anyone.as("venue:read", "venue:write");
		String early = add(http).json().get("id").asString();
		String token = http.get(PATH + "/changes?since=now").expect(200).json().get("next").asString();
		List<String> seen = new ArrayList<>();
		String late = this.transactions.execute((transaction) -> {
			this.jdbc.queryForObject("select cast(pg_current_xact_id() as text)", String.class);
			String meanwhile = add(http).json().get("id").asString();
			seen.addAll(ids(http.get(PATH + "/changes?since=" + token).expect(200).json()));
			assertThat(seen).doesNotContain(meanwhile);
			this.jdbc.update("insert into history (kind, record_id, version, at, actor, action, changes)"
					+ " values ('venue', cast(? as uuid), 7, now(), 'late', 'changed', '{}')", early);
			return meanwhile;
		});
		Awaitility.await().untilAsserted(() -> {
			List<String> all = ids(http.get(PATH + "/changes?since=" + token).expect(200).json());
			assertThat(all).containsSubsequence(early, late);
		});
	}

	@Test
	void tellsOnlyThoseWhoLostARecordThatItIsGone() {
		UUID owner = UUID.randomUUID();
		UUID heir = UUID.randomUUID();
		HttpProbe all = this.anyone.as("venue:read", "venue:write");
		HttpAnswer venue = add(user(owner));
		HttpProbe stranger = user(UUID.randomUUID());
		all.patch(venue.header("Location"), venue.etag(), "{\"ownerId\": \"%s\"}".formatted(heir)).expect(200);
		String id = venue.json().get("id").asString();
		Awaitility.await().untilAsserted(() -> assertThat(actions(user(owner), id)).containsExactly("withdrawn"));
		assertThat(actions(user(heir), id)).containsExactly("added", "changed");
		assertThat(actions(stranger, id)).isEmpty();
	}

	@Test
	void tellsNobodyOfAShareThatGaveNoAccess() {
		UUID team = UUID.randomUUID();
		HttpAnswer venue = add(user(UUID.randomUUID()));
		String id = venue.json().get("id").asString();
		this.jdbc.update(
				"insert into history (kind, record_id, version, at, actor, action, changes, step)"
						+ " values ('venue', cast(? as uuid), 0, now(), 'owner', 'unshared', cast(? as jsonb), 1)",
				id, "{\"share\": [{\"teamId\": \"%s\", \"permission\": \"read\"}, null]}".formatted(team));
		HttpProbe member = this.anyone.as(TestToken.user("venue:read:team").teams(team.toString()));
		Awaitility.await().untilAsserted(() -> assertThat(actions(member, id)).containsExactly("withdrawn"));
		HttpProbe alone = this.anyone.as(TestToken.user("venue:read:own").teams(team.toString()));
		assertThat(actions(alone, id)).isEmpty();
	}

	@Test
	void tellsNothingOfHiddenRecordsInItsToken() {
		HttpProbe stranger = user(UUID.randomUUID());
		UUID hidden = UUID.fromString(add(user(UUID.randomUUID())).json().get("id").asString());
		JsonNode page = stranger.get(PATH + "/changes").expect(200).json();
		while (page.get("more").asBoolean()) {
			page = stranger.get(PATH + "/changes?since=" + page.get("next").asString()).expect(200).json();
		}
		String token = page.get("next").asString();
		byte[] bytes = Base64.getUrlDecoder().decode(token);
		assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(hidden.toString());
		assertThat(ids(stranger.get(PATH + "/changes?since=" + token).expect(200).json())).isEmpty();
	}

	@Test
	void repeatsWhatConflictsUnderAnIdempotencyKey() {
		HttpProbe http = this.anyone.as("venue:read", "venue:write");
		String code = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
		UUID first = UUID.randomUUID();
		CompletableFuture<HttpAnswer> second = this.transactions.execute((transaction) -> {
			this.jdbc.update("insert into venue (id, version, code, name, seats, open, created_at, updated_at)"
					+ " values (?, 0, ?, 'Hall', 1, true, now(), now())", first, code);
			CompletableFuture<HttpAnswer> waiting = CompletableFuture.supplyAsync(
					() -> http.with("Idempotency-Key", code).post(PATH, VenueContractTests.body(code, "Hall", 1)),
					(work) -> new Thread(work).start());
			Awaitility.await()
				.until(() -> waiting.isDone() || !this.jdbc
					.queryForList("select 1 from pg_locks where not granted and locktype = 'transactionid'")
					.isEmpty());
			return waiting;
		});
		HttpAnswer refused = second.join().expect(409);
		assertThat(refused.json().at("/errors/0/recordId").asString()).isEqualTo(first.toString());
		assertThat(refused.header("Trace-Id")).isNotEmpty();
	}

	private HttpProbe user(UUID id) {
		return this.anyone.as(TestToken.user(id, "venue:read:own", "venue:write:own"));
	}

	private HttpAnswer add(HttpProbe http) {
		return http
			.post(PATH, VenueContractTests.body(UUID.randomUUID().toString().toUpperCase(Locale.ROOT), "Hall", 1))
			.expect(201);
	}

	private static List<String> ids(JsonNode page) {
		return page.get("items").valueStream().map((item) -> item.get("id").asString()).toList();
	}

	private static List<String> actions(HttpProbe http, String id) {
		List<String> actions = new ArrayList<>();
		String since = "";
		JsonNode page;
		do {
			page = http.get(PATH + "/changes" + since).expect(200).json();
			since = "?since=" + page.get("next").asString();
			for (JsonNode item : page.get("items")) {
				if (item.get("id").asString().equals(id)) {
					assertThat(item.has("record")).isEqualTo(!item.get("action").asString().equals("withdrawn"));
					actions.add(item.get("action").asString());
				}
			}
		}
		while (page.get("more").asBoolean());
		return actions;
	}

}

package io.kehu.example.venue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.example.ExampleServiceTest;
import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.contract.RecordContract;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole contract of the record kit, run against the kind of record that the
 * documentation builds.
 */
@ExampleServiceTest
class VenueContractTests {

	private static final String PATH = "/api/v1/venues";

	@Autowired
	private EventProbe events;

	@Autowired
	private HttpProbe anyone;

	private HttpProbe http;

	/** Different in each test, since all tests share one database. */
	private String code;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("venue:read", "venue:write", "venue:delete");
		this.code = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
	}

	@Test
	void isCreatedWithAVersionAndALocation() {
		HttpAnswer created = add(this.code, "Hall", 300);
		String id = created.json().get("id").asString();
		assertThat(created.header("Location")).isEqualTo(PATH + "/" + id);
		assertThat(created.etag()).isEqualTo("\"0\"");
		HttpAnswer read = this.http.get(PATH + "/" + id).expect(200);
		assertThat(read.json()).isEqualTo(created.json());
		assertThat(read.etag()).isEqualTo(created.etag());
	}

	@Test
	void refusesWhatIsInvalidAndNamesTheField() {
		assertThat(refused(body(this.code, "", 300), 400)).isEqualTo("/name");
		assertThat(refused(body(this.code, "Hall", 0), 400)).isEqualTo("/seats");
		assertThat(refused("{\"code\": \"AB\", \"name\": \"Hall\", \"seats\": 1, \"colour\": \"red\"}", 400))
			.isEqualTo("/colour");
		add(this.code, "Hall", 300);
		assertThat(refused(body(this.code, "Another", 1), 409)).isEqualTo("/code");
	}

	@Test
	void isPatchedOnlyInTheExpectedVersion() {
		HttpAnswer created = add(this.code, "Hall", 300);
		String path = created.header("Location");
		HttpAnswer changed = this.http.patch(path, created.etag(), "{\"seats\": 200}").expect(200);
		assertThat(changed.json().get("seats").asInt()).isEqualTo(200);
		assertThat(changed.json().get("name").asString()).isEqualTo("Hall");
		this.http.patch(path, created.etag(), "{\"seats\": 100}").expect(412);
		this.http.with("Content-Type", HttpProbe.MERGE_PATCH)
			.exchange("PATCH", path, BodyPublishers.ofString("{}"))
			.expect(428);
		assertThat(this.http.patch(path, changed.etag(), "{\"seats\": 200}").expect(200).etag())
			.isEqualTo(changed.etag());
		String other = add(this.code + "-2", "Other", 1).json().get("code").asString();
		this.http.patch(path, changed.etag(), "{\"code\": \"%s\"}".formatted(other)).expect(409);
	}

	@Test
	void isReplacedByItsExternalId() {
		String path = PATH + "/by-external-id/legacy/" + this.code;
		HttpAnswer created = this.http.put(path, body(this.code, "Hall", 300)).expect(201);
		assertThat(created.json().at("/externalIds/0/id").asString()).isEqualTo(this.code);
		HttpAnswer replaced = this.http.put(path, body(this.code, "Great hall", 400)).expect(200);
		assertThat(replaced.json().get("id")).isEqualTo(created.json().get("id"));
		assertThat(replaced.json().get("name").asString()).isEqualTo("Great hall");
		assertThat(this.http.put(path, body(this.code, "Great hall", 400)).expect(200).etag())
			.isEqualTo(replaced.etag());
		assertThat(codes("?externalId=legacy:" + this.code)).containsExactly(this.code);
	}

	@Test
	void isReadAndPatchedByAnyExternalId() {
		contract().checkExternalIds();
		this.http.get(PATH + "/a%2Fb").expect(400);
	}

	@Test
	void isMergedWithTheLinesOfABulkLoad() {
		contract().checkBulkModes("code");
		contract().checkBulkModes("externalIds");
	}

	@Test
	void tellsItsChangesAndItsHistoryPageByPage() {
		contract().checkChanges("added");
	}

	private RecordContract contract() {
		return new RecordContract(this.http, PATH,
				() -> body(UUID.randomUUID().toString().toUpperCase(Locale.ROOT), "Hall", 300), "{\"seats\": 77}");
	}

	@Test
	void isDeletedAndRestored() {
		HttpAnswer created = add(this.code, "Hall", 300);
		String path = created.header("Location");
		this.http.delete(path).expect(428);
		this.http.with("If-Match", "\"7\"").delete(path).expect(412);
		this.http.with("If-Match", created.etag()).delete(path).expect(204);
		this.http.get(path).expect(404);
		assertThat(codes("?code=" + this.code)).isEmpty();
		assertThat(refused(body(this.code, "Hall", 300), 409)).isEqualTo("/code");
		HttpAnswer restored = this.http.post(path + "/restore", "").expect(200);
		assertThat(this.http.get(path).expect(200).json()).isEqualTo(restored.json());
		assertThat(this.http.post(path + "/restore", "").expect(200).etag()).isEqualTo(restored.etag());
	}

	@Test
	void isListedFilteredSortedAndExported() {
		for (int seats : new int[] { 10, 30, 20 }) {
			add(this.code + "-" + seats, "Room " + this.code, seats);
		}
		String query = "?q=" + this.code.toLowerCase(Locale.ROOT);
		assertThat(codes(query + "&sort=-seats")).containsExactly(this.code + "-30", this.code + "-20",
				this.code + "-10");
		assertThat(codes(query + "&seats[gt]=10&sort=seats")).containsExactly(this.code + "-20", this.code + "-30");
		JsonNode page = this.http.get(PATH + query + "&limit=2&count=true").expect(200).json();
		assertThat(page.get("total").asInt()).isEqualTo(3);
		String next = PATH + query + "&limit=2&cursor=" + page.get("nextCursor").asString();
		assertThat(this.http.get(next).expect(200).json().get("items").size()).isEqualTo(1);
		this.http.get(PATH + "?colour=red").expect(400);
		List<String> csv = this.http.get(PATH + "/export?format=csv&sort=seats&" + query.substring(1))
			.expect(200)
			.body()
			.lines()
			.toList();
		assertThat(csv.get(0)).startsWith("id,version,code,name,seats,externalIds,ownerId,teamId,open,");
		assertThat(csv).hasSize(4);
		assertThat(this.http.get(PATH + "/export?format=ndjson&" + query.substring(1)).expect(200).lines()).hasSize(3);
	}

	@Test
	void isLoadedInBulkByAnyOfItsKeys() {
		String keyed = body(this.code, "B", 2).replace("}",
				", \"externalIds\": [{\"system\": \"erp\", \"id\": \"%s\"}]}".formatted(this.code));
		List<JsonNode> results = bulk(this.http, body(this.code, "A", 1), body(this.code, "A", 1), "nonsense",
				body(this.code, "", 1), keyed, keyed.replace(this.code + "\", \"name", this.code + "-2\", \"name"));
		assertThat(results.stream().map((result) -> result.get("status").asString())).containsExactly("created",
				"unchanged", "rejected", "rejected", "updated", "updated");
		assertThat(results.get(3).at("/errors/0/pointer").asString()).isEqualTo("/name");
		assertThat(codes("?externalId=erp:" + this.code)).containsExactly(this.code + "-2");
	}

	@Test
	void publishesAndRemembersEachChange() {
		HttpAnswer created = add(this.code, "Hall", 300);
		String path = created.header("Location");
		HttpAnswer changed = this.http.patch(path, created.etag(), "{\"name\": \"Great hall\"}").expect(200);
		HttpAnswer closed = this.http.with("If-Match", changed.etag()).post(path + "/close", "").expect(200);
		this.http.with("If-Match", closed.etag()).delete(path).expect(204);
		this.http.post(path + "/restore", "").expect(200);
		List<ReceivedEvent> seen = this.events.awaitExactly("kehu.venues", created.json().get("id").asString(),
				"io.kehu.venue.added.v1", "io.kehu.venue.changed.v1", "io.kehu.venue.closed.v1",
				"io.kehu.venue.deleted.v1", "io.kehu.venue.restored.v1");
		seen.forEach((event) -> EventContract.check(event.headers().get("ce_type"), event.json().toString()));
		JsonNode history = this.http.get(path + "/history").expect(200).json().get("items");
		assertThat(texts(history.valueStream(), "action")).containsExactly("added", "changed", "closed", "deleted",
				"restored");
		assertThat(history.at("/1/changes/0/from").asString()).isEqualTo("Hall");
		assertThat(history.at("/1/actor").asString()).isEqualTo("tester");
	}

	@Test
	void actsOnlyInTheExpectedVersionAndOnlyOnce() {
		HttpAnswer created = add(this.code, "Hall", 300);
		String close = created.header("Location") + "/close";
		this.http.post(close, "").expect(428);
		this.http.with("If-Match", "\"7\"").post(close, "").expect(412);
		HttpAnswer closed = this.http.with("If-Match", created.etag()).post(close, "").expect(200);
		assertThat(closed.json().get("open").asBoolean()).isFalse();
		assertThat(this.http.with("If-Match", closed.etag()).post(close, "").expect(200).etag())
			.isEqualTo(closed.etag());
	}

	private HttpAnswer add(String code, String name, int seats) {
		return this.http.post(PATH, body(code, name, seats)).expect(201);
	}

	private String refused(String body, int status) {
		return this.http.post(PATH, body).expect(status).json().at("/errors/0/pointer").asString();
	}

	private List<String> codes(String query) {
		return texts(this.http.get(PATH + query).expect(200).json().get("items").valueStream(), "code");
	}

	static List<JsonNode> bulk(HttpProbe http, String... lines) {
		return http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(String.join("\n", lines)))
			.expect(200)
			.lines();
	}

	static String body(String code, String name, int seats) {
		return "{\"code\": \"%s\", \"name\": \"%s\", \"seats\": %d}".formatted(code, name, seats);
	}

	private static List<String> texts(Stream<JsonNode> nodes, String field) {
		return nodes.map((node) -> node.get(field).asString()).toList();
	}

}

package io.kehu.customer.customer;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every API of a service refuses or accepts, whichever record it is about.
 */
@CustomerServiceTest
class CustomerRequestTests {

	private static final String PATH = "/api/v1/customers";

	private static final String BODY = "{\"kind\": \"company\", \"name\": \"Requested\"}";

	@Autowired
	private HttpProbe anyone;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:pii", "customer:read", "customer:write", "customer:delete");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/yaml", "application/x-yaml", "application/cbor", "application/xml",
			"text/plain", "application/vnd.api+json", "application/merge-patch+json", "multipart/form-data",
			"application/x-www-form-urlencoded", "nonsense" })
	void takesOnlyDeclaredMediaTypes(String type) {
		for (String method : new String[] { "POST", "PUT" }) {
			String path = method.equals("POST") ? PATH : PATH + "/by-external-id/erp/" + UUID.randomUUID();
			HttpAnswer refused = this.http.with("Content-Type", type)
				.exchange(method, path, BodyPublishers.ofString(BODY));
			assertProblem(refused, 415);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/vnd.api+json", "application/yaml", "text/html", "application/problem+json",
			"application/merge-patch+json", "nonsense" })
	void answersOnlyInDeclaredMediaTypes(String type) {
		assertProblem(this.http.with("Accept", type).get(PATH), 406);
		assertProblem(this.http.with("Accept", type).get(PATH + "/" + UUID.randomUUID()), 406);
		assertProblem(this.http.with("Accept", type).get(PATH + "/export"), 406);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/vnd.api+json", "text/html", "application/problem+json", "nonsense" })
	void changesNothingIfTheAnswerIsNotAccepted(String type) {
		HttpProbe picky = this.http.with("Accept", type);
		String id = UUID.randomUUID().toString();
		String keyed = PATH + "/by-external-id/erp/" + id;
		String body = "{\"kind\": \"company\", \"name\": \"Picky\", \"externalIds\": [{\"system\": \"erp\", \"id\": \"%s\"}]}"
			.formatted(id);
		assertProblem(picky.post(PATH, body), 406);
		assertProblem(picky.with("Idempotency-Key", id).post(PATH, body), 406);
		assertProblem(picky.put(keyed, body), 406);
		assertProblem(picky.with("Content-Type", "application/x-ndjson").post(PATH + "/bulk", body), 406);
		this.http.get(keyed).expect(404);
		HttpAnswer created = this.http.put(keyed, body).expect(201);
		assertProblem(picky.patch(created.header("Location"), "*", "{\"name\": \"Renamed\"}"), 406);
		assertThat(this.http.get(keyed).expect(200).etag()).isEqualTo(created.etag());
		picky.with("If-Match", "*").delete(created.header("Location")).expect(204);
		assertProblem(picky.post(created.header("Location") + "/restore", ""), 406);
		this.http.get(keyed).expect(404);
	}

	@ParameterizedTest
	@CsvSource({ "csv, text/csv, 200", "csv, 'text/html, */*;q=0.8', 200", "csv, application/x-ndjson, 406",
			"ndjson, application/x-ndjson, 200", "ndjson, application/*, 200", "ndjson, text/csv, 406" })
	void exportsOnlyInAnAcceptedFormat(String format, String type, int status) {
		String path = PATH + "/export?name=" + UUID.randomUUID() + "&format=" + format;
		this.http.with("Accept", type).get(path).expect(status);
	}

	@Test
	void keepsAllDigitsOfCustomFields() {
		String id = UUID.randomUUID().toString();
		String body = """
				{"kind": "company", "name": "Numbers", "externalIds": [{"system": "erp", "id": "%s"}],
				 "customFields": {"rate": 1.5, "exact": 0.12345678901234567890123, "price": 20.10, "whole": 2e1}}"""
			.formatted(id)
			.replace("\n", "");
		HttpAnswer created = this.http.post(PATH, body).expect(201);
		assertThat(created.body()).contains("0.12345678901234567890123", "20.1,", "\"whole\":20");
		String path = created.header("Location");
		assertThat(this.http.get(path).expect(200).body()).isEqualTo(created.body());
		assertThat(this.http.get(path).expect(200).body()).as("cached").isEqualTo(created.body());
		assertThat(this.http.patch(path, "*", "{\"name\": \"Numbers\"}").expect(200).etag()).isEqualTo(created.etag());
		assertThat(this.http.patch(path, "*", "{\"customFields\": {\"rate\": 1.50, \"whole\": 20}}").expect(200).etag())
			.isEqualTo(created.etag());
		assertThat(this.http.put(PATH + "/by-external-id/erp/" + id, body).expect(200).etag())
			.isEqualTo(created.etag());
		HttpAnswer loaded = this.http.with("Content-Type", "application/x-ndjson").post(PATH + "/bulk", body);
		assertThat(loaded.expect(200).lines().get(0).get("status").asString()).isEqualTo("unchanged");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			q=M%FCller          | q
			city[in]=%C3,Ulm    | city[in]
			q=%                 | q
			%FF=1               | %FF
			parentId=1-1-1-1-1  | parentId
			""")
	void namesParametersThatCannotBeRead(String query, String parameter) {
		HttpAnswer refused = this.http.raw("GET", PATH + "?" + query);
		assertProblem(refused, 400);
		assertThat(refused.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
	}

	@Test
	void takesAsManyIdsAsTheGatewayLetsThrough() {
		String ids = Stream.generate(() -> UUID.randomUUID().toString()).limit(500).collect(Collectors.joining("%2C"));
		assertThat(this.http.get(PATH + "?id[in]=" + ids).expect(200).json().get("items").isEmpty()).isTrue();
	}

	@Test
	void describesWhatTheContainerRefuses() {
		HttpAnswer unreadable = this.http.raw("GET", PATH + "/%FF");
		assertProblem(unreadable, 400);
		assertThat(unreadable.header("Trace-Id")).matches("[0-9a-f]{32}")
			.isEqualTo(unreadable.json().get("traceId").asString());
		assertProblem(this.http.raw("GET", PATH + "//x"), 400);
		assertProblem(this.http.raw("GET", PATH + "/a%2Fb"), 400);
		assertProblem(this.http.raw("GET", PATH + "/\\"), 400);
		assertProblem(this.http.with("X-Long", "x".repeat(70_000)).raw("GET", PATH), 400);
		assertProblem(this.http.get("/error"), 404);
		assertProblem(this.http.with("Accept", "text/html").get("/nothing"), 404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"birthDate": "1990-05-16T22:00:00.000Z" | /birthDate
			"birthDate": [1990, 5, 17]              | /birthDate
			"kind": 0                               | /kind
			"ownerId": "AAAAAAAAAAAAAAAAAAAAAA=="   | /ownerId
			"ownerId": ""                           | /ownerId
			"name": "a\\ud800"                      | /name
			""")
	void takesNoScalarForAnother(String field, String pointer) {
		String kind = field.startsWith("\"kind\"") ? "" : "\"kind\": \"person\", ";
		HttpAnswer refused = this.http.post(PATH, "{%s\"familyName\": \"x\", %s}".formatted(kind, field)).expect(400);
		assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

	@Test
	void takesBackWhatItAnswered() {
		String keyed = PATH + "/by-external-id/erp/" + UUID.randomUUID();
		HttpAnswer created = this.http.put(keyed, BODY).expect(201);
		String path = PATH + "/" + created.json().get("id").asString();
		HttpAnswer read = this.http.get(path).expect(200);
		assertThat(this.http.patch(path, read.etag(), read.body()).expect(200).etag()).isEqualTo(read.etag());
		assertThat(this.http.put(keyed, read.body()).expect(200).etag()).isEqualTo(read.etag());
		String renamed = read.body().replace("Requested", "Renamed");
		assertThat(this.http.put(keyed, renamed).expect(200).json().get("name").asString()).isEqualTo("Renamed");
		for (Map.Entry<String, String> different : Map
			.of("id", "\"" + UUID.randomUUID() + "\"", "version", "7", "createdAt", "\"2020-01-01T00:00:00Z\"",
					"deletedAt", "\"2020-01-01T00:00:00Z\"")
			.entrySet()) {
			String body = "{\"kind\": \"company\", \"name\": \"x\", \"%s\": %s}".formatted(different.getKey(),
					different.getValue());
			for (HttpAnswer refused : new HttpAnswer[] { this.http.put(keyed, body),
					this.http.patch(path, "*", body) }) {
				assertThat(refused.expect(400).json().at("/errors/0/pointer").asString())
					.isEqualTo("/" + different.getKey());
			}
		}
	}

	@Test
	void takesBackOrderFiguresThatHaveChangedSince() {
		HttpAnswer created = this.http.post(PATH, BODY).expect(201);
		String outdated = "{\"name\": \"Renamed\", \"orderFigures\": {\"orderCount\": 3, \"lastOrderDate\": null}}";
		JsonNode changed = this.http.patch(created.header("Location"), created.etag(), outdated).expect(200).json();
		assertThat(changed.get("name").asString()).isEqualTo("Renamed");
		assertThat(changed.at("/orderFigures/orderCount").asInt()).isZero();
	}

	@Test
	void namesTheTraceAndCompressesLongAnswers() {
		String tag = "z" + UUID.randomUUID();
		for (int i = 0; i < 20; i++) {
			this.http.post(PATH, "{\"kind\": \"company\", \"name\": \"Long\", \"tags\": [\"%s\"]}".formatted(tag))
				.expect(201);
		}
		HttpProbe zipped = this.http.with("Accept-Encoding", "gzip");
		for (String path : new String[] { "?tag=" + tag, "/export?tag=" + tag, "/export?format=ndjson&tag=" + tag }) {
			HttpAnswer answer = zipped.get(PATH + path).expect(200);
			assertThat(answer.header("Content-Encoding")).as(path).isEqualTo("gzip");
			assertThat(answer.header("Trace-Id")).matches("[0-9a-f]{32}");
		}
		HttpAnswer refused = this.http.get(PATH + "/" + UUID.randomUUID()).expect(404);
		assertThat(refused.json().get("traceId").asString()).isEqualTo(refused.header("Trace-Id"));
	}

	@Test
	void aHistoryIsReadUnderThePathOfItsKindOnly() {
		String location = this.http.post(PATH, "{\"kind\": \"company\", \"name\": \"Kind\"}").header("Location");
		String id = location.substring(location.lastIndexOf('/') + 1);
		this.http.get(PATH + "/" + id + "/history").expect(200);
		this.anyone.as("contact:read").get("/api/v1/contacts/" + id + "/history").expect(404);
	}

	@Test
	void compressesRecordsUnderATagOfTheirOwn() {
		String body = "{\"kind\": \"company\", \"name\": \"Long\", \"customFields\": {\"a\": \"%1$s\", \"b\": \"%1$s\", \"c\": \"%1$s\"}}"
			.formatted("long ".repeat(190));
		HttpAnswer created = this.http.post(PATH, body).expect(201);
		String path = created.header("Location");
		HttpProbe zipped = this.http.with("Accept-Encoding", "gzip");
		HttpAnswer answer = zipped.get(path).expect(200);
		assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
		assertThat(answer.header("Vary").toLowerCase(Locale.ROOT)).contains("accept-encoding");
		assertThat(answer.etag()).isEqualTo("\"0-gzip\"");
		HttpAnswer unchanged = zipped.with("If-None-Match", answer.etag()).get(path).expect(304);
		assertThat(unchanged.etag()).isEqualTo(answer.etag());
		this.http.with("If-None-Match", answer.etag()).get(path).expect(200);
		HttpAnswer changed = this.http.patch(path, answer.etag(), "{\"name\": \"Longer\"}").expect(200);
		assertThat(changed.etag()).isEqualTo("\"1\"");
		zipped.with("If-None-Match", answer.etag()).get(path).expect(200);
		this.http.patch(path, answer.etag(), "{\"name\": \"Long\"}").expect(412);
		assertThat(this.http.with("Accept-Encoding", "gzip;q=0").get(path).expect(200).json().get("name").asString())
			.isEqualTo("Longer");
	}

	private static void assertProblem(HttpAnswer refused, int status) {
		assertThat(refused.expect(status).header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(refused.json().get("status").asInt()).isEqualTo(status);
		assertThat(refused.json().get("type").asString()).startsWith("urn:kehu:problem:");
	}

}

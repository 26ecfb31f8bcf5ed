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
		assertProblem(this.http.with("Accept", type).get(PATH + "/" + UUID.randomUUID()), 404);
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
		assertProblem(this.http.raw("GET", PATH + "/%FF"), 400);
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

package io.kehu.customer.customer;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.contract.ListContract;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class CustomerListTests {

	private static final String PATH = "/api/v1/customers";

	@Autowired
	private HttpProbe anyone;

	private HttpProbe http;

	private String tag;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:pii", "customer:read", "customer:write", "customer:delete");
		this.tag = "t" + UUID.randomUUID();
	}

	@Test
	void pagesInEveryOrder() {
		create("\"kind\": \"person\", \"givenName\": \"Ada\", \"familyName\": \"Byron\", \"birthDate\": \"1815-12-10\"");
		create("\"kind\": \"person\", \"givenName\": \"Ada\", \"birthDate\": \"1900-01-01\"");
		create("\"kind\": \"person\", \"familyName\": \"Byron\", \"birthDate\": \"1815-12-10\"");
		create("\"kind\": \"person\", \"givenName\": \"Bea\", \"familyName\": \"Ames\"");
		create("\"kind\": \"company\", \"name\": \"Byron\"");
		create("\"kind\": \"company\", \"name\": \"Acme\"");
		create("\"kind\": \"company\", \"name\": \"Acme\"");
		ListContract.check(this.http, PATH, "tag=" + this.tag);
	}

	@Test
	void exportsMoreThanOnePageInAnyOrder() {
		String lines = IntStream.range(0, 1_100)
			.mapToObj((i) -> "{\"kind\": \"person\", \"name\": \"%d\", \"tags\": [\"%s\"]%s}".formatted(i % 7, this.tag,
					(i % 3 == 0) ? "" : ", \"birthDate\": \"19%02d-01-01\"".formatted(i % 90)))
			.collect(Collectors.joining("\n"));
		this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(lines))
			.expect(200);
		for (String sort : List.of("birthDate", "-name,birthDate", "-createdAt,name")) {
			List<JsonNode> exported = this.http
				.get(PATH + "/export?format=ndjson&tag=%s&sort=%s".formatted(this.tag, sort))
				.expect(200)
				.lines();
			assertThat(exported).extracting((line) -> line.get("id").asString()).doesNotHaveDuplicates().hasSize(1_100);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			city=Ulm&city=Bonn            | Ulm, Bonn, Both
			city[in]=Ulm&city[in]=Bonn    | Ulm, Bonn, Both
			city[all]=Ulm,Bonn            | Both
			city[ne]=Ulm&city[ne]=Bonn    | None, Comma
			city[in]=Villingen%5C,%20Ost  | Comma
			city[like]=u*                 | Ulm, Both
			city[like]=illi               | Comma
			city[null]=true               | None
			city[null]=false              | Ulm, Bonn, Both, Comma
			tag[like]=*%5C*               | None
			externalId[null]=false        | Comma
			externalId[like]=city:vil*    | Comma
			name=Ulm&name=Bonn            | Ulm, Bonn
			name[ne]=Ulm&name[ne]=Bonn    | Both, None, Comma
			name[like]=u*&name[like]=*th  | Ulm, Both
			""")
	void unitesRepeatedParametersAndFindsEveryValue(String query, String expected) {
		create("\"kind\": \"company\", \"name\": \"Ulm\", \"addresses\": [{\"city\": \"Ulm\", \"country\": \"DE\"}]");
		create("\"kind\": \"company\", \"name\": \"Bonn\", \"addresses\": [{\"city\": \"Bonn\", \"country\": \"DE\"}]");
		create("""
				"kind": "company", "name": "Both",
				"addresses": [{"city": "Ulm", "country": "DE"}, {"city": "Bonn", "country": "DE"}]""");
		create("""
				"kind": "company", "name": "Comma", "addresses": [{"city": "Villingen, Ost", "country": "DE"}],
				"externalIds": [{"system": "city", "id": "Villingen-%s"}]""".formatted(this.tag));
		this.http
			.post(PATH,
					"{\"kind\": \"company\", \"name\": \"None\", \"tags\": [\"%s\", \"star*\"]}".formatted(this.tag))
			.expect(201);
		assertThat(names("tag=%s&%s".formatted(this.tag, query))).containsExactlyInAnyOrder(expected.split(", "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			city[in]=,                                 | city[in]
			city[in]=                                  | city[in]
			city[in]=Ulm,                              | city[in]
			birthDate[gt]=2000-01-01&birthDate[gt]=2001-01-01 | birthDate[gt]
			parentId[null]=true&parentId[null]=false   | parentId[null]
			deleted=perhaps                            | deleted
			q=a&q=b                                    | q
			q=1%202%203%204%205%206%207%208%209%2010%2011 | q
			""")
	void refusesWhatCannotBeMeant(String query, String parameter) {
		assertThat(this.http.get(PATH + "?" + query).expect(400).json().at("/errors/0/parameter").asString())
			.isEqualTo(parameter);
	}

	@ParameterizedTest
	@CsvSource({ "export?limit=1, limit", "export?cursor=x, cursor", "export?count=true, count",
			"export?format=csv&format=ndjson, format", "changes?limit=5&limit=6, limit",
			"changes?since=now&since=now, since" })
	void refusesWhatWouldBeIgnored(String query, String parameter) {
		assertThat(this.http.get(PATH + "/" + query).expect(400).json().at("/errors/0/parameter").asString())
			.isEqualTo(parameter);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			name[like]=ΟΔΥΣ*           | ΟΔΥΣΣΕΥΣ
			name[like]=ΟΔΥΣΣΕΥΣ        | ΟΔΥΣΣΕΥΣ
			name[like]=οδυσσευς        | ΟΔΥΣΣΕΥΣ
			name[like]=*ΕΥΣ            | ΟΔΥΣΣΕΥΣ
			city[like]=ΑΘΗΝΑΣ          | ΟΔΥΣΣΕΥΣ
			city[like]=αθηνας          | ΟΔΥΣΣΕΥΣ
			tag[like]=ΣΊΣΥΦΟΣ          | ΟΔΥΣΣΕΥΣ
			customFields.a[like]=σ     | ΟΔΥΣΣΕΥΣ
			externalId[like]=*:ΑΘΗΝΑΣ* | ΟΔΥΣΣΕΥΣ
			name[like]=İSTANBUL        | İstanbul
			name[like]=İstan*          | İstanbul
			city[like]=İstanbul        | İstanbul
			name[like]=STRASSE         | Straße
			name[like]=straße          | Straße
			city[like]=Köln      | Straße
			city[like]=KÖLN            | Straße
			name[like]=stra_e          |
			""")
	void matchesTextRegardlessOfCase(String query, String expected) {
		create("""
				"kind": "company", "name": "ΟΔΥΣΣΕΥΣ", "addresses": [{"city": "ΑΘΗΝΑΣ", "country": "GR"}],
				"customFields": {"a": "ΑΣ"}, "externalIds": [{"system": "erp", "id": "ΑΘΗΝΑΣ-%s"}]"""
			.formatted(this.tag), "ΣΊΣΥΦΟΣ");
		create("\"kind\": \"company\", \"name\": \"İstanbul\", \"addresses\": [{\"city\": \"İstanbul\", \"country\": \"TR\"}]");
		create("\"kind\": \"company\", \"name\": \"Straße\", \"addresses\": [{\"city\": \"Köln\", \"country\": \"DE\"}]");
		String[] parts = query.split("=", 2);
		assertThat(names(
				"tag=%s&%s=%s".formatted(this.tag, parts[0], URLEncoder.encode(parts[1], StandardCharsets.UTF_8))))
			.containsExactly((expected != null) ? new String[] { expected } : new String[0]);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			q=MULLER                             | Müller
			q=müller                             | Müller
			q=Mu%CC%88ller                       | Müller
			q=strasse                            | Straße
			q=ｓｔｒａｓｓｅ                      | Straße
			q=σισυφος                            | ΣΊΣΥΦΟΣ
			q=ivanov                             |
			q=ИВАНОВ                             | Иванов
			q=istanbul                           | İSTANBUL
			q=οδυσσευς                           | ΟΔΥΣΣΕΥΣ
			q=山田 太郎                          | 山田　太郎
			email=ADA@EXAMPLE.org                | Müller
			email[in]=x@y.zz,ada@example.ORG     | Müller
			phone=%2B49%2030%20123456            | Müller
			phone=%2B49-30-123456                | Müller
			city=K%C3%96LN                       | Müller
			city=Ko%CC%88ln                      | Müller
			city=%20K%C3%B6ln%C2%A0              | Müller
			city=Gru%CC%88n                      | Straße
			city=Gr%C3%BCn                       | Straße
			email=%20ada@example.org             | Müller
			name=Mu%CC%88ller                    | Müller
			name[in]=Mu%CC%88ller,x              | Müller
			city[ne]=k%C3%B6ln                   | Straße, ΣΊΣΥΦΟΣ, Иванов, İSTANBUL, ΟΔΥΣΣΕΥΣ, 山田　太郎
			""")
	void findsValuesHoweverTheyAreWritten(String query, String expected) {
		create("""
				"kind": "company", "name": "Müller", "emails": [{"address": "Ada@Example.org"}],
				"phones": [{"number": "+49 30 123456"}], "addresses": [{"city": "Köln", "country": "DE"}]""");
		create("\"kind\": \"company\", \"name\": \"Straße\", \"addresses\": [{\"city\": \"Gru\u0308n\", \"country\": \"DE\"}]");
		for (String name : List.of("ΣΊΣΥΦΟΣ", "Иванов", "İSTANBUL", "ΟΔΥΣΣΕΥΣ", "山田　太郎")) {
			create("\"kind\": \"company\", \"name\": \"%s\"".formatted(name));
		}
		String[] parts = query.split("=", 2);
		String encoded = parts[1].contains("%") ? parts[1] : URLEncoder.encode(parts[1], StandardCharsets.UTF_8);
		assertThat(names("tag=%s&%s=%s".formatted(this.tag, parts[0], encoded)))
			.containsExactlyInAnyOrder((expected != null) ? expected.split(", ") : new String[0]);
	}

	@Test
	void sortsNamesAsPeopleDo() {
		for (String name : List.of("zebra", "Äpfel", "Zoo", "apfel", "Éclair", "eclair", "Banane")) {
			create("\"kind\": \"company\", \"name\": \"%s\"".formatted(name));
		}
		assertThat(names("sort=name&tag=" + this.tag)).containsExactly("apfel", "Äpfel", "Banane", "eclair", "Éclair",
				"zebra", "Zoo");
	}

	@Test
	void answersOnlyTheRequestedFields() {
		create("\"kind\": \"company\", \"name\": \"Sparse\"");
		String query = "?tag=%s&fields=name,id&fields=deletedAt".formatted(this.tag);
		JsonNode item = this.http.get(PATH + query).expect(200).json().at("/items/0");
		assertThat(item.propertyNames()).containsExactlyInAnyOrder("id", "name");
		assertThat(this.http.get(PATH + "/export" + query + "&format=csv").expect(200).body())
			.startsWith("id,name,deletedAt\r\n");
		assertThat(this.http.get(PATH + "/export" + query + "&format=ndjson").expect(200).lines().get(0))
			.isEqualTo(item);
		for (String path : List.of("", "/export")) {
			assertThat(this.http.get("%s%s?fields=name,shoes&tag=%s".formatted(PATH, path, this.tag))
				.expect(400)
				.json()
				.at("/errors/0/parameter")
				.asString()).isEqualTo("fields");
		}
	}

	@Test
	void readsManyByTheirIds() {
		String key = UUID.randomUUID() + ", \\\\1";
		HttpAnswer one = create("\"kind\": \"company\", \"name\": \"One\"");
		HttpAnswer two = create(
				"\"kind\": \"company\", \"name\": \"Two\", \"externalIds\": [{\"system\": \"erp\", \"id\": \"%s\"}]"
					.formatted(key));
		JsonNode results = this.http
			.post(PATH + "/batch-get",
					"""
							{"ids": ["%s", "018f2f6e-0000-7000-8000-000000000000"],
							 "externalIds": [{"system": "erp", "id": "none"}, {"system": "erp", "id": "%s"}]}"""
						.formatted(one.json().get("id").asString(), key))
			.expect(200)
			.json()
			.get("results");
		assertThat(results).extracting((result) -> result.get("found").asBoolean())
			.containsExactly(true, false, false, true);
		assertThat(results.at("/0/record")).isEqualTo(one.json());
		assertThat(results.at("/3/record")).isEqualTo(two.json());
		String many = String.join(",", Collections.nCopies(201, "\"%s\"".formatted(UUID.randomUUID())));
		assertThat(this.http.post(PATH + "/batch-get", "{\"ids\": [%s]}".formatted(many))
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/ids");
	}

	@Test
	void listsDeletedCustomersOnRequest() {
		HttpAnswer gone = create("\"kind\": \"company\", \"name\": \"Gone\"");
		create("\"kind\": \"company\", \"name\": \"Here\"");
		this.http.with("If-Match", gone.etag()).delete(gone.header("Location")).expect(204);
		assertThat(names("tag=" + this.tag)).containsExactly("Here");
		String query = "?deleted=true&count=true&sort=-deletedAt&tag=" + this.tag;
		JsonNode deleted = this.http.get(PATH + query).expect(200).json();
		assertThat(deleted.get("total").asInt()).isOne();
		assertThat(deleted.at("/items/0/id")).isEqualTo(gone.json().get("id"));
		assertThat(deleted.at("/items/0/deletedAt").isString()).isTrue();
		assertThat(names("deleted=any&sort=name&tag=" + this.tag)).containsExactly("Gone", "Here");
		HttpProbe reader = this.http.as("customer:read");
		reader.get(PATH + "?deleted=any").expect(403);
		reader.get(PATH + "/export?deleted=true").expect(403);
		reader.get(PATH + "?deleted=false").expect(200);
	}

	private HttpAnswer create(String fields) {
		return create(fields, this.tag);
	}

	private HttpAnswer create(String fields, String otherTag) {
		return this.http.post(PATH, "{%s, \"tags\": [\"%s\", \"%s\"]}".formatted(fields, this.tag, otherTag))
			.expect(201);
	}

	private List<String> names(String query) {
		return this.http.get(PATH + "?" + query)
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.map((item) -> item.get("name").asString())
			.toList();
	}

}

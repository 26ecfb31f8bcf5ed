package io.kehu.customer.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class CustomerQueryTests {

	private static final String PATH = "/api/v1/customers";

	@Autowired
	private HttpProbe anyone;

	private HttpProbe http;

	private String tag;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:read", "customer:write", "customer:pii");
		this.tag = "t" + UUID.randomUUID();
	}

	@Test
	void includesTheParentsOnce() {
		String parent = create("\"kind\": \"company\", \"name\": \"Parent\"").json().get("id").asString();
		for (String name : List.of("One", "Two")) {
			create("\"kind\": \"company\", \"name\": \"%s\", \"parentId\": \"%s\"".formatted(name, parent));
		}
		String path = PATH + "?tag=" + this.tag;
		JsonNode page = this.http.get(path + "&include=parent&fields=name&sort=name").expect(200).json();
		assertThat(page.get("items").size()).isEqualTo(3);
		assertThat(page.at("/items/0").size()).isEqualTo(1);
		assertThat(page.at("/included/parent").size()).isOne();
		assertThat(page.at("/included/parent/0/id").asString()).isEqualTo(parent);
		assertThat(this.http.get(path).expect(200).json().has("included")).isFalse();
		JsonNode error = this.http.get(path + "&include=orders").expect(400).json().at("/errors/0");
		assertThat(error.get("parameter").asString()).isEqualTo("include");
		this.http.get(PATH + "/export?include=parent&tag=" + this.tag).expect(400);
	}

	@Test
	void exportsTheColumnsThatAreWanted() {
		create("\"kind\": \"company\", \"name\": \"Ünal\", \"emails\": [{\"address\": \"a@example.org\"},"
				+ " {\"address\": \"b@example.org\"}], \"customFields\": {\"size\": 7, \"colour\": \"red\"}");
		String path = PATH + "/export?tag=" + this.tag;
		assertThat(this.http.get(path + "&bom=true&columns=name,emails.1.address,emails.address,customFields.size,tags")
			.expect(200)
			.body())
			.isEqualTo("\uFEFFname,emails.1.address,emails.address,customFields.size,tags\r\n"
					+ "Ünal,b@example.org,a@example.org; b@example.org,7,\"[\"\"%s\"\"]\"\r\n".formatted(this.tag));
		List<String> flat = this.http.get(path + "&flat=true").expect(200).body().lines().toList();
		assertThat(flat.get(0)).contains(",emails.address,emails.type,emails.primary,").contains(",customFields,");
		assertThat(flat.get(1)).contains(",a@example.org; b@example.org,").doesNotContain("{").doesNotContain("[");
		for (String wrong : List.of("columns=nothing", "columns=name.first", "columns=emails.nothing", "flat=yes",
				"bom=1", "format=ndjson&bom=true")) {
			assertThat(this.http.get(path + "&" + wrong).expect(400).json().at("/errors/0/parameter").asString())
				.isEqualTo(wrong.replaceAll(".*?([a-z]+)=[^&=]*$", "$1"));
		}
	}

	@Test
	void filtersCustomFieldsByRangesOfTime() {
		for (String day : List.of("\"2025-12-31\"", "\"2026-01-31\"", "\"2026-02-01T10:00:00Z\"", "\"soon\"", "2026")) {
			create("\"kind\": \"company\", \"name\": \"%s\", \"customFields\": {\"since\": %s}"
				.formatted(day.replace("\"", ""), day));
		}
		String since = "sort=name&tag=" + this.tag + "&customFields.since";
		assertThat(names(since + "[gte]=2026-01-31")).containsExactly("2026-01-31", "2026-02-01T10:00:00Z");
		assertThat(names(since + "[lt]=2026-02-01T10:00:00Z")).containsExactly("2025-12-31", "2026-01-31");
	}

	@Test
	void includesTheParentOfASingleCustomer() {
		HttpAnswer parent = create("\"kind\": \"company\", \"name\": \"Above\"");
		HttpAnswer child = create("\"kind\": \"company\", \"name\": \"Below\", \"parentId\": \"%s\", "
			.formatted(parent.json().get("id").asString())
				+ "\"externalIds\": [{\"system\": \"erp\", \"id\": \"%s\"}]".formatted(this.tag));
		String path = child.header("Location") + "?include=parent";
		HttpAnswer read = this.http.get(path).expect(200);
		assertThat(read.json().at("/included/parent/0")).isEqualTo(parent.json());
		assertThat(this.http.get(PATH + "/by-external-id/erp/" + this.tag + "?include=parent").json())
			.isEqualTo(read.json());
		this.http.with("If-None-Match", read.etag()).get(path).expect(304);
		this.http.patch(parent.header("Location"), parent.etag(), "{\"name\": \"Higher\"}").expect(200);
		HttpAnswer again = this.http.with("If-None-Match", read.etag()).get(path).expect(200);
		assertThat(again.json().at("/included/parent/0/name").asString()).isEqualTo("Higher");
		this.http.patch(child.header("Location"), read.etag(), "{\"name\": \"Deeper\"}").expect(200);
		assertThat(this.http.get(child.header("Location")).json().has("included")).isFalse();
		assertThat(this.http.get(child.header("Location") + "?include=orders")
			.expect(400)
			.json()
			.at("/errors/0/parameter")
			.asString()).isEqualTo("include");
	}

	@Test
	void filtersAndSortsByCustomFields() {
		for (String size : List.of("9", "10", "\"ten\"", "1.50", "true", "null")) {
			create("\"kind\": \"company\", \"name\": \"%s\", \"customFields\": {\"size\": %s}"
				.formatted(size.replace("\"", ""), size));
		}
		create("\"kind\": \"company\", \"name\": \"none\"");
		String tagged = "tag=" + this.tag;
		assertThat(names(tagged + "&customFields.size=10")).containsExactly("10");
		assertThat(names(tagged + "&customFields.size=ten")).containsExactly("ten");
		assertThat(names(tagged + "&customFields.size=1.5")).containsExactly("1.50");
		assertThat(names(tagged + "&customFields.size[in]=true,9&sort=name")).containsExactly("9", "true");
		assertThat(names(tagged + "&customFields.size[like]=t*&sort=name")).containsExactly("ten", "true");
		assertThat(names(tagged + "&customFields.size[null]=true&sort=name")).containsExactly("none", "null");
		assertThat(walk(tagged + "&sort=customFields.size,name&limit=2")).containsExactly("ten", "1.50", "9", "10",
				"true", "none", "null");
		assertThat(names(tagged + "&customFields.size[gte]=9&sort=name")).containsExactly("10", "9");
		assertThat(names(tagged + "&customFields.size[gt]=1.5&customFields.size[lt]=10")).containsExactly("9");
		assertThat(names(tagged + "&customFields.size[lte]=2026-01-01")).isEmpty();
		this.http.get(PATH + "?customFields.si'ze=1").expect(400);
		this.http.get(PATH + "?customFields.size[gt]=ten").expect(400);
		this.http.get(PATH + "?customFields.size[gt]=2026-02-30").expect(400);
		this.http.get(PATH + "?name.size=1").expect(400);
	}

	@Test
	void pagesThroughFractionsOfAnyPrecision() {
		List<String> sizes = List.of("0.3", "0.30000000000000004998", "0.30000000000000004999");
		for (String size : sizes) {
			create("\"kind\": \"company\", \"name\": \"%1$s\", \"customFields\": {\"size\": %1$s}".formatted(size));
		}
		String query = "tag=%s&limit=1&sort=".formatted(this.tag);
		assertThat(walk(query + "customFields.size")).containsExactlyElementsOf(sizes);
		assertThat(walk(query + "-customFields.size")).containsExactly(sizes.get(2), sizes.get(1), sizes.get(0));
	}

	/** Returns the names on the pages of a list of at most twenty pages. */
	private List<String> walk(String query) {
		List<String> walked = new ArrayList<>();
		String cursor = "";
		for (int page = 0; page < 20; page++) {
			JsonNode found = this.http.get(PATH + "?" + query + cursor).expect(200).json();
			found.get("items").forEach((item) -> walked.add(item.get("name").asString()));
			if (found.get("nextCursor").isNull()) {
				break;
			}
			cursor = "&cursor=" + found.get("nextCursor").asString();
		}
		return walked;
	}

	@Test
	void findsLettersWithoutDecomposition() {
		create("\"kind\": \"company\", \"name\": \"Østergård & Łódź\"");
		for (String words : List.of("ostergard", "LODZ", "%C3%98STERG%C3%85RD")) {
			assertThat(names("tag=%s&q=%s".formatted(this.tag, words))).as(words).hasSize(1);
		}
	}

	private HttpAnswer create(String fields) {
		return this.http.post(PATH, "{%s, \"tags\": [\"%s\"]}".formatted(fields, this.tag)).expect(201);
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

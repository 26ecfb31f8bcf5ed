package io.kehu.customer.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class SearchTests {

	/** Letters that occur in no other test, and are no pinyin. */
	private final String word = letters(12);

	private final String national = String.valueOf(ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));

	@Autowired
	private HttpProbe anyone;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:pii", "customer:read", "customer:write", "contact:read", "contact:write",
				"lead:read", "lead:write", "case:read", "case:write");
	}

	private static String letters(int length) {
		StringBuilder letters = new StringBuilder("q");
		ThreadLocalRandom.current()
			.ints(length - 1L, 0, 20)
			.forEach((i) -> letters.append("bcdfghjklmnpqrstvwxz".charAt(i)));
		return letters.toString();
	}

	private String customer(String name, String fields) {
		return id(this.http.post("/api/v1/customers",
				"{\"kind\": \"company\", \"name\": \"%s\"%s}".formatted(name, fields)));
	}

	private static String id(HttpAnswer answer) {
		return answer.expect(201).json().get("id").asString();
	}

	@Test
	void findsAllKindsBestFirst() {
		String customer = customer(this.word, "");
		String longer = customer(this.word + " Maschinenbau", "");
		String contact = id(this.http.post("/api/v1/contacts",
				"{\"customerId\": \"%s\", \"familyName\": \"%s\"}".formatted(customer, this.word)));
		String lead = id(this.http.post("/api/v1/leads", "{\"company\": \"%s\"}".formatted(this.word)));
		String supportCase = id(this.http.post("/api/v1/cases",
				"{\"customerId\": \"%s\", \"subject\": \"About %s\"}".formatted(customer, this.word)));
		JsonNode found = search(this.http, this.word);
		assertThat(ids(found)).containsExactlyInAnyOrder(customer, longer, contact, lead, supportCase);
		assertThat(ids(found).subList(0, 3)).containsExactlyInAnyOrder(customer, contact, lead);
		assertThat(ids(search(this.http, this.word + "&kind=case"))).containsExactly(supportCase);
		assertThat(ids(search(this.http, this.word + "&limit=1"))).hasSize(1);
		assertThat(
				this.http.get("/api/v1/search?limit=1&q=" + this.word).expect(200).json().get("truncated").asBoolean())
			.isTrue();
	}

	@Test
	void forgivesMisspellingsAccentsAndWidth() {
		String id = customer(this.word + " M\u00fcller", "");
		String misspelt = this.word.substring(0, 5) + "y" + this.word.substring(6);
		assertThat(ids(search(this.http, misspelt))).contains(id);
		assertThat(ids(search(this.http, this.word.toUpperCase(Locale.ROOT) + " muller"))).containsExactly(id);
		String wide = this.word.codePoints()
			.map((letter) -> letter - 'a' + '\uff41')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		assertThat(ids(search(this.http, wide))).contains(id);
	}

	@Test
	void findsPhonesMailsTagsAndIdsExactly() {
		String key = UUID.randomUUID().toString();
		String id = customer("Acme", """
				, "phones": [{"number": "+4930%1$s"}], "emails": [{"address": "%2$s@example.org"}],
				"tags": ["%2$s tag"], "externalIds": [{"system": "erp", "id": "%3$s"}]""".formatted(this.national,
				this.word, key));
		for (String text : List.of("+4930" + this.national, "(030) " + this.national, "0049 (0)30 / " + this.national,
				this.national, this.word + "@EXAMPLE.org", this.word + " Tag", key, id)) {
			assertThat(ids(search(this.http, text))).as(text).contains(id);
		}
		long number = this.http.post("/api/v1/cases", "{\"customerId\": \"%s\", \"subject\": \"Help\"}".formatted(id))
			.expect(201)
			.json()
			.get("number")
			.asLong();
		assertThat(search(this.http, "#" + number).at("/0/customerId").asString()).isEqualTo(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u738b\u4f1f", "wangwei", "Wang Wei", "ww" })
	void findsChineseNames(String text) {
		String customer = customer(this.word, "");
		String contact = id(this.http.post("/api/v1/contacts",
				"{\"customerId\": \"%s\", \"givenName\": \"\u4f1f\", \"familyName\": \"\u738b\"}".formatted(customer)));
		assertThat(ids(search(this.http, text + "&kind=contact&limit=50"))).contains(contact);
	}

	@Test
	void respectsAccessAndMasks() {
		String hidden = customer(this.word,
				", \"emails\": [{\"address\": \"%s@example.org\"}], \"phones\": [{\"number\": \"+4930%s\"}]"
					.formatted(this.word, this.national));
		HttpProbe other = this.anyone.as(TestToken.user("customer:read:own", "customer:pii", "lead:read"));
		assertThat(ids(search(other, this.word))).isEmpty();
		HttpProbe masked = this.anyone.as("customer:read");
		assertThat(ids(search(masked, this.word))).containsExactly(hidden);
		assertThat(ids(search(masked, this.word + "@example.org"))).isEmpty();
		assertThat(ids(search(masked, this.national))).isEmpty();
		assertThat(ids(search(this.http, this.national))).containsExactly(hidden);
		this.anyone.as("order:read").get("/api/v1/search?q=x").expect(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "q=", "q=%20", "q=x&limit=0", "q=x&limit=51", "q=x&kind=order",
			"q=a%20b%20c%20d%20e%20f%20g%20h%20i" })
	void refusesWhatIsInvalid(String query) {
		assertThat(this.http.get("/api/v1/search?" + query).expect(400).json().at("/errors/0/parameter").asString())
			.isIn("q", "limit", "kind");
	}

	private static JsonNode search(HttpProbe caller, String text) {
		String[] parts = text.split("&", 2);
		String query = "q=" + URLEncoder.encode(parts[0], StandardCharsets.UTF_8)
				+ ((parts.length > 1) ? "&" + parts[1] : "");
		return caller.get("/api/v1/search?" + query).expect(200).json().get("items");
	}

	private static List<String> ids(JsonNode items) {
		return items.valueStream().map((item) -> item.get("id").asString()).toList();
	}

}

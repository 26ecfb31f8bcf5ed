package io.kehu.customer.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class SegmentTests {

	private static final String PATH = "/api/v1/segments";

	private static final String CUSTOMERS = "/api/v1/customers";

	private final String tag = UUID.randomUUID().toString();

	@Autowired
	private EventProbe events;

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private JdbcTemplate jdbc;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:read", "customer:write", "customer:delete", "segment:read",
				"segment:write");
	}

	private String customer(String status) {
		return id(this.http.post(CUSTOMERS,
				"{\"kind\": \"company\", \"name\": \"Acme\", \"tags\": [\"%s\"], \"status\": \"%s\"}"
					.formatted(this.tag, status)));
	}

	private String define(String fields) {
		return this.http.post(PATH, "{\"name\": \"%s\", %s}".formatted(UUID.randomUUID(), fields))
			.expect(201)
			.header("Location");
	}

	private String active() {
		return define("\"filter\": \"tag=%s&status=active&orderCount[lte]=0\"".formatted(this.tag));
	}

	private static String id(HttpAnswer answer) {
		return answer.expect(201).json().get("id").asString();
	}

	private List<String> members(String segment) {
		return found("segment=" + segment.substring(PATH.length() + 1));
	}

	private List<String> found(String filter) {
		return this.http.get(CUSTOMERS + "?" + filter)
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.map((item) -> item.get("id").asString())
			.toList();
	}

	@Test
	void selectsItsMembersByAFilter() {
		String one = customer("active");
		String other = customer("prospect");
		String segment = active();
		JsonNode size = this.http.post(segment + "/refresh", "").expect(200).json();
		assertThat(size.get("count").asInt()).isEqualTo(1);
		assertThat(members(segment)).containsExactly(one);
		this.http.patch(CUSTOMERS + "/" + other, "*", "{\"status\": \"active\"}").expect(200);
		this.http.patch(CUSTOMERS + "/" + one, "*", "{\"status\": \"inactive\"}").expect(200);
		this.http.post(segment + "/refresh", "").expect(200);
		assertThat(members(segment)).containsExactly(other);
		ReceivedEvent joined = this.events
			.awaitExactly("kehu.segment-members", membership(segment, other), "io.kehu.segment-member.joined.v1")
			.get(0);
		EventContract.check("io.kehu.segment-member.joined.v1", joined.json().toString());
		assertThat(joined.json().get("customerId").asString()).isEqualTo(other);
		this.events.awaitExactly("kehu.segment-members", membership(segment, one), "io.kehu.segment-member.left.v1");
		HttpProbe stranger = this.anyone.as(TestToken.user("customer:read:own", "segment:read"));
		assertThat(stranger.get(segment + "/count").expect(200).json().get("count").asInt()).isZero();
		stranger.get(segment + "/members/" + other).expect(404);
	}

	private static String membership(String segment, String customer) {
		return Membership
			.of(UUID.fromString(segment.substring(PATH.length() + 1)), UUID.fromString(customer), true, Instant.EPOCH)
			.id()
			.toString();
	}

	@Test
	void explainsWhoBelongsToIt() {
		String prospect = customer("prospect");
		JsonNode explained = this.http.get(active() + "/members/" + prospect).expect(200).json();
		assertThat(explained.get("memberSince").isNull()).isTrue();
		assertThat(explained.get("selected").asBoolean()).isFalse();
		assertThat(explained.get("conditions")
			.valueStream()
			.map((one) -> one.get("parameter").asString() + " " + one.get("seen") + " " + one.get("met").asBoolean()))
			.containsExactly("tag [\"%s\"] true".formatted(this.tag), "status [\"prospect\"] false",
					"orderCount[lte] [\"0\"] true");
	}

	@Test
	void selectsWhatListsWithItsFilterContain() {
		Random random = new Random(7);
		List<String> all = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			all.add(id(this.http.post(CUSTOMERS,
					"""
							{"kind": "%s", "name": "N%d", "familyName": %s, "status": "%s", "tags": ["%s", "t%d"],
							"addresses": [{"type": "billing", "city": "C%d", "country": "%s"}]}""".formatted(
							(i % 3 == 0) ? "person" : "company", i, (i % 3 == 0) ? "\"F%d\"".formatted(i) : "null",
							List.of("prospect", "active", "inactive").get(i % 3), this.tag, i % 4, i % 5,
							List.of("DE", "FR").get(i % 2)))));
			if (i % 2 == 0) {
				this.jdbc.update("insert into customer_order_figures values (?, ?, date '2026-01-01' + ?, 1)",
						UUID.fromString(all.get(i)), i, i);
			}
		}
		List<String> conditions = List.of("status=active", "status[ne]=active", "status[in]=active,prospect",
				"kind=person", "tag=t1", "tag[in]=t1,t2", "tag[ne]=t3", "city=C1", "country[ne]=DE", "city[like]=c",
				"orderCount[gte]=4", "orderCount=0", "orderCount[ne]=2", "lastOrderDate[null]=true",
				"lastOrderDate[lt]=2026-01-07", "lastOrderDate[ne]=2026-01-03", "q=n1", "createdAt[gt]=today-1d",
				"familyName[null]=false", "customFields.size[null]=true", "id[ne]=" + all.get(0));
		for (int i = 0; i < 15; i++) {
			String filter = "tag=" + this.tag;
			for (int n = random.nextInt(3); n >= 0; n--) {
				String condition = conditions.get(random.nextInt(conditions.size()));
				filter += filter.contains(condition.replaceAll("=.*", "=")) ? "" : "&" + condition;
			}
			String segment = define("\"filter\": \"%s\"".formatted(filter.replace("today-1d", "2026-01-01T00:00:00Z")));
			int count = this.http.post(segment + "/refresh", "").expect(200).json().get("count").asInt();
			List<String> listed = found(filter.replace("today-1d", "2026-01-01T00:00:00Z"));
			assertThat(members(segment)).as(filter).containsExactlyInAnyOrderElementsOf(listed).hasSize(count);
			String one = all.get(random.nextInt(all.size()));
			assertThat(this.http.get(segment + "/members/" + one).expect(200).json().get("selected").asBoolean())
				.as(filter)
				.isEqualTo(listed.contains(one));
		}
	}

	@Test
	void takesLists() {
		String segment = define("\"kind\": \"static\"");
		String one = customer("active");
		String key = UUID.randomUUID().toString();
		String other = id(this.http.post(CUSTOMERS, """
				{"kind": "company", "name": "Acme", "externalIds": [{"system": "erp", "id": "%s"}]}""".formatted(key)));
		String named = "{\"ids\": [\"%s\"], \"externalIds\": [{\"system\": \"erp\", \"id\": \"%s\"}]}".formatted(one,
				key);
		JsonNode refused = this.http
			.post(segment + "/members",
					"{\"add\": %s}".formatted(named.replace("\"]", "\", \"%s\"]".formatted(UUID.randomUUID()))))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/add/ids/1");
		assertThat(members(segment)).isEmpty();
		assertThat(this.http.post(segment + "/members", "{\"add\": %s}".formatted(named))
			.expect(200)
			.json()
			.get("count")
			.asInt()).isEqualTo(2);
		assertThat(members(segment)).containsExactlyInAnyOrder(one, other);
		this.http.post(segment + "/members", "{\"remove\": %s}".formatted(named)).expect(200);
		assertThat(members(segment)).isEmpty();
		this.events.awaitExactly("kehu.segment-members", membership(segment, other), "io.kehu.segment-member.joined.v1",
				"io.kehu.segment-member.left.v1");
		this.http.post(active() + "/members", "{}").expect(409);
	}

	@Test
	void isFilledByHandAndFollowsMerges() {
		String segment = define("\"kind\": \"static\"");
		String one = customer("prospect");
		String survivor = customer("prospect");
		this.http.put(segment + "/members/" + one, "").expect(204);
		this.http.put(segment + "/members/" + one, "").expect(204);
		assertThat(members(segment)).containsExactly(one);
		HttpAnswer merge = this.http.with("If-Match", "*")
			.post(CUSTOMERS + "/" + survivor + "/merges", "{\"merged\": [{\"id\": \"%s\"}]}".formatted(one))
			.expect(201);
		assertThat(members(segment)).containsExactly(survivor);
		this.http.with("If-Match", "*").post(merge.header("Location") + "/undo", "").expect(200);
		assertThat(members(segment)).containsExactly(one);
		this.events.awaitExactly("kehu.segment-members", membership(segment, survivor),
				"io.kehu.segment-member.joined.v1", "io.kehu.segment-member.left.v1");
		this.http.delete(segment + "/members/" + one).expect(204);
		assertThat(members(segment)).isEmpty();
		this.http.put(segment + "/members/" + UUID.randomUUID(), "").expect(404);
		this.http.put(active() + "/members/" + one, "").expect(409);
		this.http.post(segment + "/refresh", "").expect(409);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"kind\": \"dynamic\"|/filter", "\"kind\": \"static\", \"filter\": \"status=active\"|/filter",
					"\"filter\": \"colour=red\"|/filter", "\"filter\": \"status=sleepy\"|/filter",
					"\"filter\": \"sort=name\"|/filter", "\"filter\": \"status\"|/filter",
					"\"filter\": \"segment[ne]=1\"|/filter", "\"filter\": \"tag=%4\"|/filter",
					"\"filter\": \"orderCount[gte]=x\"|/filter", "\"kind\": \"magic\"|/kind" })
	void refusesWhatIsNoFilter(String fields, String pointer) {
		JsonNode refused = this.http.post(PATH, "{\"name\": \"%s\", %s}".formatted(UUID.randomUUID(), fields))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

	@Test
	void doesNotFilterByWhatIsMasked() {
		JsonNode refused = this.anyone.as("customer:read", "customer:pii", "segment:write")
			.post(PATH, "{\"name\": \"%s\", \"filter\": \"email=a@example.org\"}".formatted(UUID.randomUUID()))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("personal");
	}

}

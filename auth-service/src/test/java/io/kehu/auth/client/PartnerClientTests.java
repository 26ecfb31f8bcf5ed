package io.kehu.auth.client;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.kehu.auth.AuthServiceTest;
import io.kehu.auth.People;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class PartnerClientTests {

	private static final String PATH = "/api/v1/clients";

	@Autowired
	People people;

	@Autowired
	EventProbe events;

	@Autowired
	JdbcClient database;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.people.operator();
	}

	@Test
	void aClientMayDoWhatItsRolesAndItsLimitsBothPermit() throws Exception {
		String team = this.http.post("/api/v1/teams", Map.of("name", "Partners")).json().get("id").asString();
		JsonNode client = register(Map.of("name", "Acme shop", "roles", List.of("partner"), "permissions",
				List.of("customer:read:own", "product:read", "user:write"), "teamIds", List.of(team)))
			.json();
		JsonNode secret = addSecret(client).expect(201).json();
		JWTClaimsSet claims = claims(ask(secret));
		assertThat(claims.getSubject()).isEqualTo(client.get("clientId").asString());
		assertThat(claims.getStringListClaim("permissions")).containsExactly("customer:read:own", "product:read");
		assertThat(claims.getStringListClaim("teams")).containsExactly(team);
		JWTClaimsSet less = claims(this.people.askFor("product:read", secret.get("clientId").asString(),
				secret.get("clientSecret").asString()));
		assertThat(less.getStringListClaim("permissions")).containsExactly("product:read");
		HttpResponse<String> more = this.people.askFor("order:read", secret.get("clientId").asString(),
				secret.get("clientSecret").asString());
		assertThat(more.statusCode()).isEqualTo(400);
		assertThat(more.body()).contains("invalid_scope");
	}

	@Test
	void aSecretIsShownOnceAndReplacedWithoutAGap() {
		JsonNode client = register(Map.of("name", "Rotating", "roles", List.of("partner"))).json();
		String path = PATH + "/" + client.get("id").asString();
		assertThat(this.people.ask(client.get("clientId").asString(), "").statusCode()).isEqualTo(401);
		JsonNode first = addSecret(client).expect(201).json();
		JsonNode second = addSecret(client).expect(201).json();
		assertThat(addSecret(client).expect(409).json().get("type").asString()).endsWith("too-many-secrets");
		HttpProbe withFirst = this.people.client(first.get("clientId").asString(),
				first.get("clientSecret").asString());
		assertThat(ask(second).statusCode()).isEqualTo(200);
		this.http.delete(path + "/secrets/" + first.get("id").asString()).expect(204);
		this.http.delete(path + "/secrets/" + first.get("id").asString()).expect(404);
		withFirst.get("/api/v1/me").expect(401);
		assertThat(ask(first).statusCode()).isEqualTo(401);
		assertThat(ask(second).statusCode()).isEqualTo(200);
		addSecret(client).expect(201);
		String value = second.get("clientSecret").asString();
		String everything = this.http.get(path).body() + this.http.get(path + "/history").body()
				+ this.http.get(PATH + "?name=Rotating").body()
				+ this.database
					.sql("select string_agg(t::text, '') from (select digest as t from api_client_secrets"
							+ " union all select details::text from audit_log"
							+ " union all select convert_from(data, 'UTF8') from outbox) as all_texts")
					.query(String.class)
					.single();
		assertThat(everything).doesNotContain(value);
		this.http.with("Idempotency-Key", "again").post(path + "/secrets", "{}").expect(400);
	}

	@Test
	void aSecretAndAClientExpire() {
		JsonNode client = register(Map.of("name", "Ending", "roles", List.of("partner"))).json();
		String path = PATH + "/" + client.get("id").asString();
		assertThat(this.http.post(path + "/secrets", Map.of("expiresAt", "2020-01-01T00:00:00Z"))
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/expiresAt");
		JsonNode dated = this.http.post(path + "/secrets", Map.of("expiresAt", "2999-01-01T00:00:00Z"))
			.expect(201)
			.json();
		JsonNode lasting = addSecret(client).expect(201).json();
		assertThat(ask(dated).statusCode()).isEqualTo(200);
		this.database
			.sql("update api_client_secrets set expires_at = now() - interval '1 second' where expires_at"
					+ " is not null")
			.update();
		assertThat(ask(dated).statusCode()).isEqualTo(401);
		assertThat(ask(lasting).statusCode()).isEqualTo(200);
		this.http.patch(path, "*", Map.of("expiresAt", "2020-01-01T00:00:00Z")).expect(200);
		assertThat(ask(lasting).statusCode()).isEqualTo(401);
		addSecret(client).expect(201);
	}

	@Test
	void aLockedOrDeletedClientIsOutAtOnce() {
		JsonNode client = register(Map.of("name", "Locked", "roles", List.of("partner"))).json();
		String path = PATH + "/" + client.get("id").asString();
		JsonNode secret = addSecret(client).json();
		for (Runnable end : List.<Runnable>of(() -> this.http.post(path + "/lock", "").expect(204),
				() -> this.http.with("If-Match", "*").delete(path).expect(204))) {
			HttpProbe caller = this.people.client(secret.get("clientId").asString(),
					secret.get("clientSecret").asString());
			caller.get("/api/v1/me").expect(200);
			end.run();
			caller.get("/api/v1/me").expect(401);
			assertThat(ask(secret).statusCode()).isEqualTo(401);
			this.http.post(path + "/unlock", "");
		}
		this.http.post(path + "/restore", "").expect(200);
		assertThat(ask(secret).statusCode()).isEqualTo(200);
		List<ReceivedEvent> seen = this.events.awaitExactly("kehu.users", client.get("id").asString(),
				"io.kehu.client.registered.v1", "io.kehu.client.changed.v1", "io.kehu.client.locked.v1",
				"io.kehu.client.unlocked.v1", "io.kehu.client.deleted.v1", "io.kehu.client.restored.v1");
		assertThat(seen).allSatisfy((event) -> assertThat(event.json().toString()).doesNotContain("sha256", "digest"));
	}

	@Test
	void aClientComesFromWhereItMay() {
		JsonNode client = register(Map.of("name", "Local", "roles", List.of("partner"), "addressRanges",
				List.of("203.0.113.0/24", "2001:db8::/32")))
			.json();
		JsonNode secret = addSecret(client).json();
		assertThat(from("203.0.113.9", secret)).isEqualTo(200);
		assertThat(from("2001:db8:1::7", secret)).isEqualTo(200);
		assertThat(from("203.0.114.1", secret)).isEqualTo(401);
		assertThat(from("2001:db9::1", secret)).isEqualTo(401);
		assertThat(from("203.0.113.9, 10.42.7.9", secret)).as("through a trusted proxy").isEqualTo(200);
		assertThat(from("198.51.100.1, 203.0.113.9", secret)).as("through a trusted proxy").isEqualTo(401);
		assertThat(ask(secret).statusCode()).isEqualTo(401);
		assertThat(this.people
			.askClaiming("203.0.113.9", secret.get("clientId").asString(), secret.get("clientSecret").asString())
			.statusCode()).as("without the gateway").isEqualTo(401);
		this.http.patch(PATH + "/" + client.get("id").asString(), "*", Map.of("addressRanges", List.of("127.0.0.1")))
			.expect(200);
		assertThat(ask(secret).statusCode()).isEqualTo(200);
		assertThat(this.database.sql("select count(*) from audit_log where action = 'client.refused-address'")
			.query(Long.class)
			.single()).isEqualTo(5);
	}

	@Test
	void nobodyCreatesAClientWithMoreRightsThanTheirOwn() {
		this.http
			.post("/api/v1/roles",
					Map.of("name", "client-clerk", "permissions",
							List.of("client:read", "client:write", "product:read", "customer:read", "order:read")))
			.expect(201);
		HttpProbe clerk = this.people.newUser("client-clerk", "client-clerk");
		HttpAnswer refused = clerk.post(PATH, Map.of("name", "Big", "roles", List.of("administrator"))).expect(403);
		assertThat(refused.json().get("type").asString()).endsWith("exceeds-own-rights");
		JsonNode big = register(Map.of("name", "Bigger", "roles", List.of("administrator"))).json();
		clerk.post(PATH + "/" + big.get("id").asString() + "/secrets", "{}").expect(403);
		String partner = clerk.post(PATH, Map.of("name", "Small", "roles", List.of("partner")))
			.expect(201)
			.header("Location");
		clerk.post(partner + "/secrets", "{}").expect(201);
		clerk.patch(partner, "*", Map.of("roles", List.of("auditor"))).expect(403);
		HttpProbe marketing = this.people.newUser("client-less", "marketing");
		marketing.get(PATH).expect(403);
		marketing.post(partner + "/secrets", "{}").expect(403);
	}

	private int from(String address, JsonNode secret) {
		return this.people.askFrom(address, secret.get("clientId").asString(), secret.get("clientSecret").asString())
			.statusCode();
	}

	private HttpResponse<String> ask(JsonNode secret) {
		return this.people.ask(secret.get("clientId").asString(), secret.get("clientSecret").asString());
	}

	private static JWTClaimsSet claims(HttpResponse<String> answer) throws Exception {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return SignedJWT.parse(JsonPath.<String>read(answer.body(), "$.access_token")).getJWTClaimsSet();
	}

	private HttpAnswer register(Map<String, Object> body) {
		return this.http.post(PATH, body).expect(201);
	}

	private HttpAnswer addSecret(JsonNode client) {
		return this.http.post(PATH + "/" + client.get("id").asString() + "/secrets", "{}");
	}

}

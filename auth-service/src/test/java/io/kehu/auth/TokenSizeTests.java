package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.SignedJWT;
import io.kehu.platform.digest.Sha256;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tokens of a client with five hundred roles in a team with ten thousand teams below
 * it.
 */
@AuthServiceTest
class TokenSizeTests {

	private static final int TWO_KILOBYTES = 2_048;

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	JdbcClient database;

	private HttpProbe operator;

	private String top;

	private String middle;

	@BeforeEach
	void growTheOrganisation() {
		this.operator = this.people.operator();
		this.top = form("Everyone " + UUID.randomUUID(), Map.of());
		this.middle = form("Many " + UUID.randomUUID(), Map.of("parentId", this.top));
		this.database.sql("""
				insert into teams (id, name, parent_id)
				select uuidv7(), 'Grown team ' || n, cast(:middle as uuid) from generate_series(1, 10000) as n""")
			.param("middle", this.middle)
			.update();
		this.database
			.sql("""
					insert into roles (name, description) select 'grown-role-' || n, '' from generate_series(1, 500) as n""")
			.update();
	}

	@AfterEach
	void shrinkIt() {
		this.database.sql("delete from api_client_roles where role like 'grown-role-%'").update();
		this.database.sql("delete from roles where name like 'grown-role-%'").update();
		this.database.sql("delete from teams where name like 'Grown team %'").update();
		this.database.sql("delete from role_permissions where permission like 'x-long%'").update();
		this.database.sql("delete from permissions where name like 'x-long%'").update();
	}

	@Test
	void staySmallAndStillCarryAllRights() throws Exception {
		JsonNode client = this.operator
			.post("/api/v1/clients",
					Map.of("name", "Grown", "roles", List.of("sales-manager"), "teamIds", List.of(this.top)))
			.expect(201)
			.json();
		this.database.sql("""
				insert into api_client_roles (api_client_id, role)
				select cast(:client as uuid), name from roles where name like 'grown-role-%'""")
			.param("client", client.get("id").asString())
			.update();
		JsonNode secret = this.operator.post("/api/v1/clients/" + client.get("id").asString() + "/secrets", Map.of())
			.expect(201)
			.json();
		String token = token(secret);
		assertThat(token.length()).isLessThan(TWO_KILOBYTES);
		HttpProbe caller = this.people.nobody().with("Authorization", "Bearer " + token);
		JsonNode me = caller.get("/api/v1/me").expect(200).json();
		assertThat(me.get("teams").size()).isEqualTo(10_002);
		assertThat(me.get("roles").size()).isEqualTo(501);
		assertThat(me.get("permissions").toString()).contains("customer:read:team");

		String published = caller.get("/internal/rights").expect(200).body();
		assertThat(Sha256.base64UrlOf(published))
			.isEqualTo(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("rights"));
		this.people.nobody().get("/internal/rights").expect(401);

		this.operator.patch("/api/v1/teams/" + this.middle, "*", "{\"parentId\": null}").expect(200);
		caller.get("/api/v1/me").expect(401);
		HttpProbe later = this.people.client(secret.get("clientId").asString(), secret.get("clientSecret").asString());
		assertThat(later.get("/api/v1/me").expect(200).json().get("teams").size()).isEqualTo(1);
	}

	@Test
	void ofSmallOrganisationsContainTheRightsThemselves() throws Exception {
		String token = JsonPath.read(this.people.ask("kehu-cli", AuthServiceTest.CLIENT_SECRET).body(),
				"$.access_token");
		assertThat(SignedJWT.parse(token).getJWTClaimsSet().getClaims()).containsKey("permissions")
			.doesNotContainKey("rights");
		assertThat(token.length()).isLessThan(TWO_KILOBYTES);
		this.operator.get("/internal/rights").expect(404);
	}

	/** The stored login only has the scopes of its latest token at hand. */
	@Test
	void anEarlierTokenKeepsScopesThatDoNotFitIntoIt() throws Exception {
		for (String letter : List.of("a", "b", "c")) {
			String name = "x-long-name-of-a-scope-" + letter + ":read";
			this.database.sql("insert into permissions (name, description, scoped) values (:name, 'Long', true)")
				.param("name", name)
				.update();
			this.database.sql("""
					insert into role_permissions (role_id, permission, scope)
					select id, :name, 'ALL' from roles where name = 'administrator'""").param("name", name).update();
		}
		Browser browser = new Browser(this.port);
		List<String> names = this.database.sql("""
				select name from permissions where split_part(name, ':', 1) in
				('customer', 'contact', 'order', 'product', 'migration') or name like 'x-long%'""")
			.query(String.class)
			.list();
		RelyingParty client = new RelyingParty(this.people, browser, Map.of("roles", List.of("administrator")));
		String username = "scopes-" + UUID.randomUUID();
		this.people.register(username, List.of("administrator"), List.of(this.top));
		String scopes = "openid profile " + String.join(" ", names);
		RelyingParty.Tokens tokens = client.tokens(client.logIn(client.request(scopes), username));
		assertThat(SignedJWT.parse(tokens.access()).getJWTClaimsSet().getClaims()).containsKey("rights")
			.doesNotContainKey("scope");
		String before = client.introspect(tokens.access()).body();
		assertThat(before).contains("\"active\":true");
		String user = browser.api("/userinfo", tokens.access()).body();
		assertThat(user).contains(username);
		assertThat(client.token(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refresh())).statusCode())
			.isEqualTo(200);
		assertThat(client.introspect(tokens.access()).body()).isEqualTo(before);
		assertThat(browser.api("/userinfo", tokens.access()).body()).isEqualTo(user);
	}

	private String token(JsonNode secret) {
		HttpResponse<String> answer = this.people.ask(secret.get("clientId").asString(),
				secret.get("clientSecret").asString());
		assertThat(answer.statusCode()).isEqualTo(200);
		return JsonPath.read(answer.body(), "$.access_token");
	}

	private String form(String name, Map<String, String> place) {
		Map<String, Object> body = new HashMap<>(place);
		body.put("name", name);
		return this.operator.post("/api/v1/teams", body).expect(201).json().get("id").asString();
	}

}

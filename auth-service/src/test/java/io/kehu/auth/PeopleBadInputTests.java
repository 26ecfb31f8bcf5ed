package io.kehu.auth;

import java.net.http.HttpRequest.BodyPublishers;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class PeopleBadInputTests {

	@Autowired
	People people;

	@Autowired
	JdbcClient database;

	private HttpProbe http;

	private long before;

	@BeforeEach
	void signIn() {
		this.http = this.people.operator();
		this.before = stored();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					users   | {}                                                             | /username             | required
					users   | {"username": "a b"}                                            | /username             | invalid_format
					users   | {"username": ""}                                               | /username             | invalid_format
					users   | {"username": 7}                                                | /username             | wrong_type
					users   | {"username": "a\\u0000b"}                                      | /username             | control_character
					users   | {"username": "x", "email": "nobody"}                           | /email                | invalid_email
					users   | {"username": "x", "locale": "German"}                          | /locale               | invalid_format
					users   | {"username": "x", "roles": ["emperor"]}                        | /roles/0              | unknown_reference
					users   | {"username": "x", "roles": "auditor"}                          | /roles                | wrong_type
					users   | {"username": "x", "roles": [""]}                               | /roles/0              | required
					users   | {"username": "x", "teamIds": ["me"]}                           | /teamIds/0            | invalid_value
					users   | {"username": "x", "teamIds": ["018f2f6e-0000-7000-8000-000000000000"]} | /teamIds/0    | unknown_reference
					users   | {"username": "x", "externalIds": [{"system": "A B", "id": "1"}]} | /externalIds/0/system | invalid_format
					users   | {"username": "x", "enabled": false}                            | /enabled              | unknown_field
					users   | {"username": "x", "passwordHash": "{noop}x"}                   | /passwordHash         | unknown_field
					users   | {"username": "x", "permissions": ["user:write"]}               | /permissions          | unknown_field
					users   | []                                                             | ``                    | wrong_type
					users   | {"username": "x"                                               | ``                    | malformed_json
					teams   | {}                                                             | /name                 | required
					teams   | {"name": " "}                                                  | /name                 | blank
					teams   | {"name": "\u200b\u00a0"}                                     | /name                 | blank
					clients | {"name": "\u200b"}                                             | /name                 | blank
					clients | {"name": "x", "expiresAt": "+12345-01-01T00:00:00Z"}            | /expiresAt            | invalid_value
					teams   | {"name": "x", "parentId": "top"}                               | /parentId             | invalid_value
					teams   | {"name": "x", "parentId": "018f2f6e-0000-7000-8000-000000000000"} | /parentId          | unknown_reference
					teams   | {"name": "x", "members": []}                                   | /members              | unknown_field
					roles   | {}                                                             | /name                 | required
					roles   | {"name": "Upper Case"}                                         | /name                 | invalid_format
					roles   | {"name": "x", "builtIn": true}                                 | /builtIn              | unknown_field
					roles   | {"name": "x", "permissions": ["everything"]}                   | /permissions/0        | invalid_format
					roles   | {"name": "x", "permissions": ["customer:fly"]}                 | /permissions/0        | unknown_permission
					roles   | {"name": "x", "permissions": ["user:read:own"]}                | /permissions/0        | invalid_scope
					roles   | {"name": "x", "permissions": [null]}                           | /permissions/0        | required
					clients | {}                                                             | /name                 | required
					clients | {"name": "x", "clientId": "kehu-cli"}                          | /clientId             | unknown_field
					clients | {"name": "x", "clientSecret": "mine"}                          | /clientSecret         | unknown_field
					clients | {"name": "x", "roles": ["emperor"]}                            | /roles/0              | unknown_reference
					clients | {"name": "x", "permissions": ["customer:fly"]}                 | /permissions/0        | unknown_permission
					clients | {"name": "x", "addressRanges": ["localhost"]}                  | /addressRanges/0      | address_range
					clients | {"name": "x", "addressRanges": ["10.0.0.0/33"]}                | /addressRanges/0      | address_range
					clients | {"name": "x", "addressRanges": ["256.1.1.1"]}                  | /addressRanges/0      | address_range
					clients | {"name": "x", "addressRanges": ["10.1"]}                       | /addressRanges/0      | address_range
					clients | {"name": "x", "addressRanges": ["2001:db8::/129"]}             | /addressRanges/0      | address_range
					clients | {"name": "x", "addressRanges": [":::"]}                        | /addressRanges/0      | address_range
					clients | {"name": "x", "expiresAt": "tomorrow"}                         | /expiresAt            | invalid_value
					""")
	void namesTheFieldAndStoresNothing(String resource, String body, String pointer, String code) {
		String path = "/api/v1/" + resource;
		HttpAnswer refused = this.http.post(path, body).expect(400);
		assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
		assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo(code);
		assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
		assertThat(refused.json().get("instance").asString()).isEqualTo(path);
		assertThat(refused.body()).doesNotContain("io.kehu").doesNotContain("Exception");
		assertThat(stored()).isEqualTo(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "users", "teams", "roles", "clients" })
	void refusesWhatIsNoPathOrMethodOrMediaType(String resource) {
		String path = "/api/v1/" + resource;
		this.http.get(path + "/not-a-uuid").expect(400);
		this.http.get(path + "/018f2f6e-0000-7000-8000-000000000000").expect(404);
		this.http.get(path + "/018f2f6e-0000-7000-8000-000000000000/history").expect(404);
		this.http.patch(path + "/018f2f6e-0000-7000-8000-000000000000", "*", "{}").expect(404);
		this.http.with("Content-Type", HttpProbe.MERGE_PATCH)
			.exchange("PATCH", path + "/018f2f6e-0000-7000-8000-000000000000", BodyPublishers.ofString("{}"))
			.expect(428);
		this.http.put(path, "{}").expect(405);
		this.http.with("Content-Type", "text/plain").exchange("POST", path, BodyPublishers.ofString("x")).expect(415);
		assertThat(this.http.get(path + "?secret=x").expect(400).json().at("/errors/0/code").asString())
			.isEqualTo("unknown_field");
		assertThat(this.http.get(path + "?limit=201").expect(400).json().at("/errors/0/parameter").asString())
			.isEqualTo("limit");
		assertThat(stored()).isEqualTo(this.before);
	}

	@Test
	void nobodyIsServedWithoutAToken() {
		HttpProbe anyone = this.people.nobody();
		for (String path : new String[] { "users", "teams", "roles", "clients", "me", "audit" }) {
			HttpAnswer answer = anyone.get("/api/v1/" + path).expect(401);
			assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
		}
	}

	private long stored() {
		return this.database.sql("""
				select (select count(*) from users) + (select count(*) from teams) + (select count(*) from roles)
				       + (select count(*) from api_clients) + (select count(*) from audit_log)""")
			.query(Long.class)
			.single();
	}

}

package io.kehu.auth.user;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.kehu.auth.AuthServiceTest;
import io.kehu.auth.People;
import io.kehu.platform.test.probe.HttpProbe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class UserImportTests {

	private static final String PATH = "/api/v1/users";

	private static final String KNOWN = "the password of before";

	@Autowired
	People people;

	@Autowired
	JdbcClient database;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.people.operator();
	}

	@Test
	void whoComesFromAnOlderSystemLogsInWithThePasswordThatTheyKnow() throws Exception {
		String bcrypt = new BCryptPasswordEncoder(4).encode(KNOWN);
		List<JsonNode> results = load(line("old-md5", "md5", digest("MD5", KNOWN), null),
				line("old-salted", "md5", digest("MD5", "pepper" + KNOWN), "706570706572"),
				line("old-sha1", "sha1", digest("SHA-1", KNOWN), null),
				line("old-salted-after", "sha1", digest("SHA-1", KNOWN + "pepper"),
						"706570706572\", \"saltPosition\": \"after"),
				line("old-sha256", "sha256", digest("SHA-256", KNOWN), null),
				line("old-bcrypt", "bcrypt", bcrypt, null), "{\"username\": \"old-without\"}");
		assertThat(results).extracting((result) -> result.get("status").asString()).containsOnly("created");
		assertThat(stored()).doesNotContain(digest("MD5", KNOWN), digest("SHA-1", KNOWN), digest("SHA-256", KNOWN));
		for (String user : List.of("old-md5", "old-salted", "old-salted-after", "old-sha1", "old-sha256",
				"old-bcrypt")) {
			assertThat(this.people.mayLogIn(user, "another password")).as(user).isFalse();
			assertThat(this.people.mayLogIn(user, KNOWN)).as(user).isTrue();
			assertThat(this.people.mayLogIn(user, KNOWN)).as(user).isTrue();
		}
		assertThat(this.people.mayLogIn("old-without", KNOWN)).isFalse();
		assertThat(this.database.sql("""
				select count(*) from users where username like 'old-%' and password_hash like '{argon2id}%'""")
			.query(Long.class)
			.single()).isEqualTo(6);
	}

	@Test
	void aSecondLoadChangesNobodysPassword() throws Exception {
		load(line("loaded-twice", "sha1", digest("SHA-1", KNOWN), null));
		JsonNode again = load(line("loaded-twice", "sha1", digest("SHA-1", "of an attacker"), null)).get(0);
		assertThat(again.get("status").asString()).isEqualTo("unchanged");
		assertThat(this.people.mayLogIn("loaded-twice", "of an attacker")).isFalse();
	}

	@Test
	void administratorsSeeWhatIsLeftAndForceAReset() throws Exception {
		load(line("never-came", "sha256", digest("SHA-256", KNOWN), null));
		assertThat(this.http.get(PATH + "/password-hashes").json().get("argon2id-sha256").asInt()).isPositive();
		JsonNode forced = this.http.post(PATH + "/password-hashes/require-password-reset", "").expect(200).json();
		assertThat(forced.get("users").asInt()).isPositive();
		JsonNode user = this.http.get(PATH + "?username=never-came").json().at("/items/0");
		assertThat(user.get("passwordResetRequired").asBoolean()).isTrue();
		HttpProbe reader = this.people.newUser("hash-reader", "auditor");
		reader.get(PATH + "/password-hashes").expect(403);
		reader.post(PATH + "/password-hashes/require-password-reset", "").expect(403);
	}

	@Test
	void usersOutOfReachAreLeftUnchanged() throws Exception {
		load(line("of-old-1", "md5", digest("MD5", KNOWN), null), line("of-old-2", "md5", digest("MD5", KNOWN), null),
				line("of-old-3", "md5", digest("MD5", KNOWN), null));
		JsonNode mighty = this.http.get(PATH + "?username=of-old-2").json().at("/items/0");
		String id = mighty.get("id").asString();
		this.http.patch(PATH + "/" + id, "*", Map.of("roles", List.of("administrator"))).expect(200);
		this.http.post("/api/v1/roles", Map.of("name", "registrar", "permissions", List.of("user:read", "user:write")))
			.expect(201);
		JsonNode forced = this.people.newUser("registrar", "registrar")
			.post(PATH + "/password-hashes/require-password-reset", "")
			.expect(200)
			.json();
		assertThat(forced.get("users").asInt()).isGreaterThanOrEqualTo(2);
		assertThat(forced.get("outOfReach").valueStream().map(JsonNode::asString)).containsExactly(id);
		assertThat(this.database
			.sql("select username from users where username like 'of-old-%' and password_reset_required")
			.query(String.class)
			.list()).containsExactlyInAnyOrder("of-old-1", "of-old-3");
	}

	@Test
	void whatIsNoHashIsNoUser() throws Exception {
		String sound = digest("MD5", KNOWN);
		List<JsonNode> results = load(line("bad-1", "md5", sound + "00", null), line("bad-2", "crc32", sound, null),
				line("bad-3", "md5", sound, "salt"), line("bad-4", "argon2id", sound, null),
				line("bad-5", "bcrypt", "$2a$31$" + "a".repeat(53), null), line("bad 6", "md5", sound, null),
				line("bad-6", "md5", sound, "aa\", \"saltPosition\": \"within"), line("good-7", "md5", sound, null));
		assertThat(results).extracting((result) -> result.get("status").asString())
			.startsWith("rejected", "rejected", "rejected", "rejected", "rejected", "rejected", "rejected")
			.endsWith("created")
			.hasSize(8);
		assertThat(results.get(0).at("/errors/0/pointer").asString()).isEqualTo("/passwordHash");
		assertThat(results.get(5).at("/errors/0/pointer").asString()).isEqualTo("/username");
		assertThat(results.toString()).doesNotContain(sound);
	}

	@Test
	void aLineGivesNoMoreThanItsSenderHas() throws Exception {
		this.http.post("/api/v1/roles", Map.of("name", "importer", "permissions", List.of("user:read", "user:write")))
			.expect(201);
		HttpProbe importer = this.people.newUser("importer", "importer");
		String body = "{\"username\": \"smuggled\", \"roles\": [\"administrator\"]}\n{\"username\": \"plain\"}\n";
		List<JsonNode> results = importer.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(body))
			.expect(200)
			.lines();
		assertThat(results.get(0).at("/errors/0/code").asString()).isEqualTo("exceeds_own_rights");
		assertThat(results.get(1).get("status").asString()).isEqualTo("created");
		assertThat(this.http.get(PATH + "?username=smuggled").json().get("items").size()).isZero();
	}

	private List<JsonNode> load(String... lines) {
		return this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(String.join("\n", lines)))
			.expect(200)
			.lines();
	}

	private String stored() {
		return this.database
			.sql("""
					select string_agg(t, '') from (select password_hash as t from users
					    union all select details::text from audit_log union all select changes::text from history) as all_texts
					""")
			.query(String.class)
			.single();
	}

	private static String line(String username, String algorithm, String hash, @Nullable String salt) {
		String rest = (salt != null) ? ", \"salt\": \"" + salt + "\"" : "";
		return "{\"username\": \"%s\", \"passwordHash\": {\"algorithm\": \"%s\", \"hash\": \"%s\"%s}}"
			.formatted(username, algorithm, hash, rest);
	}

	private static String digest(String algorithm, String text) throws Exception {
		return HexFormat.of()
			.formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
	}

}

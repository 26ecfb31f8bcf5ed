package io.kehu.auth;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.kehu.platform.test.probe.HttpProbe;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@AuthServiceTest
class PasswordTests {

	private static final String NEW_PASSWORD = "quite another horse in the rain";

	private static final Path EMAILS = Path.of(AuthServiceTest.MAIL_FOLDER);

	private static final Pattern LINK = Pattern.compile("http://localhost:8080(/login/reset\\?token=\\S+)");

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	private Browser browser;

	@BeforeAll
	static void emptyMailFolder() throws IOException {
		FileSystemUtils.deleteRecursively(EMAILS);
		Files.createDirectories(EMAILS);
	}

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
	}

	@Test
	void aLinkByMailOpensTheWayToANewPasswordOnce() throws Exception {
		register("oscar");
		HttpProbe before = this.people.logIn("oscar");
		ask("OSCAR@example.org");
		String link = link("oscar", 1);
		assertThat(this.browser.get(link).body()).contains("Choose a new password", "oscar");
		assertThat(this.browser.get(link).body()).contains("Choose a new password");
		assertThat(choose(link, "short").body()).contains("at least 12 characters");
		assertThat(choose(link, "oscar@example.org 1").body()).contains("contain your name, user name");
		assertThat(choose(link, "password12345").body()).contains("easy to guess");
		assertThat(location(choose(link, NEW_PASSWORD))).isEqualTo("/login?changed");
		assertThat(this.browser.get(link).body()).contains("This link is not valid");
		assertThat(location(this.browser.logIn("oscar", People.PASSWORD))).isEqualTo("/login?error");
		assertThat(location(this.browser.logIn("oscar", NEW_PASSWORD))).isEqualTo("/");
		before.get("/api/v1/me").expect(401);
		assertThat(email("oscar", 2)).contains("was just changed");
	}

	@Test
	void aNewerLinkAndAChangedPasswordEndAnOlderLink() throws Exception {
		register("peggy");
		ask("peggy");
		String first = link("peggy", 1);
		ask("peggy");
		String second = link("peggy", 2);
		assertThat(this.browser.get(first).body()).contains("This link is not valid");
		this.browser.logIn("peggy", People.PASSWORD);
		assertThat(location(change(People.PASSWORD, NEW_PASSWORD, NEW_PASSWORD)))
			.isEqualTo("/account/password?changed");
		assertThat(new Browser(this.port).get(second).body()).contains("This link is not valid");
	}

	@Test
	void anOldLinkAndAForgedOneDoNotWork() throws Exception {
		register("quentin");
		ask("quentin");
		String link = link("quentin", 1);
		String token = link.substring(link.indexOf('=') + 1);
		for (String forged : List.of("", "x", token.toLowerCase(), token + "A", token.substring(1))) {
			assertThat(this.browser.get("/login/reset?token=" + forged).body()).as(forged)
				.contains("This link is not valid");
		}
		assertThat(this.browser.get("/login/reset?token=%00").statusCode()).isEqualTo(400);
		this.jdbc.sql("update password_resets set expires_at = now() - interval '1 second'").update();
		assertThat(this.browser.get(link).body()).contains("This link is not valid");
		String stored = this.jdbc
			.sql("select encode(digest, 'escape') from password_resets"
					+ " where user_id = (select id from users where username = 'quentin')")
			.query(String.class)
			.single();
		assertThat(stored).doesNotContain(token);
	}

	@Test
	void neitherTheAnswerNorTheEmailTellsMoreThanItShould() throws Exception {
		register("rupert");
		HttpResponse<String> known = ask("rupert");
		HttpResponse<String> unknown = new Browser(this.port).submit("/login/forgotten", Map.of("name", "nobody"));
		assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(302);
		assertThat(location(unknown)).isEqualTo(location(known)).isEqualTo("/login/forgotten?sent");
		String page = this.browser.get("/login/forgotten").body();
		this.browser.post("/login/forgotten", Map.of("name", "rupert", "_csrf", Browser.csrfToken(page)),
				"X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example");
		assertThat(link("rupert", 2)).startsWith("/login/reset");
		assertThat(email("rupert", 2)).doesNotContain("evil.example");
	}

	@Test
	void emailsToOnePersonAreFew() {
		register("sybil");
		for (int request = 0; request < 8; request++) {
			ask("sybil");
		}
		ask("sybil@example.org");
		await().atMost(Duration.ofSeconds(30)).until(() -> emails("sybil").size() == 4);
		assertThat(emails("sybil")).hasSize(4);
	}

	@Test
	void aChangeNeedsTheCurrentPasswordAndEndsAllOtherLogins() {
		register("trent");
		HttpProbe elsewhere = this.people.logIn("trent");
		this.browser.logIn("trent", People.PASSWORD);
		assertThat(change("wrong", NEW_PASSWORD, NEW_PASSWORD).body()).contains("The current password is incorrect");
		assertThat(change(People.PASSWORD, NEW_PASSWORD, "other").body()).contains("new passwords don");
		assertThat(change(People.PASSWORD, People.PASSWORD, People.PASSWORD).body())
			.contains("is the same as the old one");
		assertThat(change(People.PASSWORD, "trent is my name", "trent is my name").body())
			.contains("contain your name, user name");
		assertThat(location(change(People.PASSWORD, NEW_PASSWORD, NEW_PASSWORD)))
			.isEqualTo("/account/password?changed");
		elsewhere.get("/api/v1/me").expect(401);
		assertThat(this.browser.get("/account/password").statusCode()).isEqualTo(200);
	}

	@Test
	void aRequiredPasswordComesBeforeAnyCode() {
		String id = register("ursula");
		this.people.operator().post("/api/v1/users/" + id + "/require-password-reset", null).expect(204);
		AuthorizationCodeFlow flow = new AuthorizationCodeFlow(this.browser);
		flow.authorize(AuthorizationCodeFlow.request());
		HttpResponse<String> page = this.browser.follow(this.browser.logIn("ursula", People.PASSWORD));
		assertThat(page.body()).contains("An administrator requires");
		assertThat(location(this.browser.get("/account/sessions"))).endsWith("/account/password");
		flow.authorize(AuthorizationCodeFlow.request());
		HttpResponse<String> changed = change(People.PASSWORD, NEW_PASSWORD, NEW_PASSWORD);
		assertThat(location(changed)).isEqualTo("/login/continue");
		assertThat(AuthorizationCodeFlow.parameter(this.browser.follow(changed), "code")).isNotEmpty();
	}

	@Test
	void anAdministratorInvitesAndSeesNoPassword() throws Exception {
		HttpProbe operator = this.people.operator();
		String id = operator.post("/api/v1/users", Map.of("username", "victor", "email", "victor@example.org"))
			.expect(201)
			.json()
			.get("id")
			.asString();
		operator.post("/api/v1/users/" + id + "/password-email", null).expect(202);
		assertThat(location(choose(link("victor", 1), NEW_PASSWORD))).isEqualTo("/login?changed");
		assertThat(location(this.browser.logIn("victor", NEW_PASSWORD))).isEqualTo("/");
		String without = operator.post("/api/v1/users", Map.of("username", "walter")).json().get("id").asString();
		operator.post("/api/v1/users/" + without + "/password-email", null).expect(409);
	}

	private String register(String username) {
		String id = this.people.register(username, List.of(), List.of()).get("id").asString();
		this.jdbc.sql("update users set email = username || '@example.org' where username = :username")
			.param("username", username)
			.update();
		return id;
	}

	private HttpResponse<String> ask(String name) {
		return this.browser.submit("/login/forgotten", Map.of("name", name));
	}

	private HttpResponse<String> choose(String link, String password) {
		return this.browser.submit(link,
				Map.of("token", link.substring(link.indexOf('=') + 1), "password", password, "repeated", password));
	}

	private HttpResponse<String> change(String current, String password, String repeated) {
		return this.browser.submit("/account/password",
				Map.of("current", current, "password", password, "repeated", repeated));
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

	private String link(String username, int number) throws Exception {
		Matcher link = LINK.matcher(email(username, number));
		assertThat(link.find()).isTrue();
		return link.group(1);
	}

	private String email(String username, int number) {
		await().atMost(Duration.ofSeconds(30)).until(() -> emails(username).size() >= number);
		return emails(username).get(number - 1);
	}

	/** Returns the e-mails to a user, oldest first. */
	private static List<String> emails(String username) {
		try (Stream<Path> files = Files.list(EMAILS)) {
			return files.filter((file) -> file.toString().endsWith(".eml"))
				.sorted(Comparator.comparing((file) -> file.toFile().lastModified()))
				.map(PasswordTests::read)
				.filter((message) -> recipient(message).equals(username + "@example.org"))
				.map(PasswordTests::text)
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static MimeMessage read(Path file) {
		try (InputStream input = Files.newInputStream(file)) {
			return new MimeMessage(null, input);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String recipient(MimeMessage message) {
		try {
			return message.getAllRecipients()[0].toString();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(MimeMessage message) {
		try {
			return message.getContent().toString();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}

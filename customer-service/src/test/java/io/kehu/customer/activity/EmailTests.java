package io.kehu.customer.activity;

import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.kehu.platform.mail.Email;
import io.kehu.platform.mail.MailParty;
import io.kehu.platform.mail.Mailer;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.test.probe.HttpAnswer;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.MailSendException;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * E-mails that go to a real mail server and come from it.
 */
class EmailTests extends ActivityFixture {

	private static final String MAILBOX = "info@acme.example";

	@Autowired
	private RecordStore<ActivityDetails, Activity, ActivityView> activities;

	@Autowired
	private ActivityRepository repository;

	@Autowired
	private IncomingEmails emails;

	@Autowired
	private IncomingEmailStore store;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Clock clock;

	private final String address = "grace.%s@mail.example".formatted(UUID.randomUUID());

	private GreenMail server;

	private GreenMailUser mailbox;

	private boolean away;

	@BeforeEach
	void startServer() {
		this.server = new GreenMail(
				new ServerSetup[] { ServerSetup.IMAP.dynamicPort(), ServerSetup.SMTP.dynamicPort() });
		this.server.start();
		this.mailbox = this.server.setUser(MAILBOX, "secret");
		this.customer = id(this.http
			.post("/api/v1/customers",
					"{\"kind\": \"company\", \"name\": \"Acme\", \"emails\": [{\"address\": \"%s\"}]}"
						.formatted(this.address.toUpperCase(java.util.Locale.ROOT)))
			.expect(201));
	}

	@AfterEach
	void stopServer() {
		this.server.stop();
	}

	private void takeAll() {
		IncomingMailProperties properties = new IncomingMailProperties("127.0.0.1", this.server.getImap().getPort(),
				false, MAILBOX, "secret", "INBOX");
		new IncomingMail(properties, this.emails, this.store, this.jdbc, this.transactions, this.clock).run();
	}

	private void sendAll() {
		Mailer mailer = new Mailer() {

			@Override
			public void send(Email email) {
				if (EmailTests.this.away) {
					throw new MailSendException("The server is away");
				}
				deliver(email);
			}

			@Override
			public MailParty sender() {
				return new MailParty(MAILBOX, "Acme");
			}

		};
		new OutgoingEmails(this.activities, this.repository, mailer, this.clock, this.transactions).run();
	}

	private void deliver(Email email) {
		try {
			String id = (email.thread() != null) ? email.thread().messageId() : "";
			receive(email.to().get(0).address(), MAILBOX, "Message-ID: <%s>\r\n".formatted(id), email.text());
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Puts an e-mail into a mailbox of the server. */
	private void receive(String to, String from, String headers, String text) throws MessagingException {
		MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
				new java.io.ByteArrayInputStream(
						"From: Grace <%s>\r\nTo: %s\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n%s\r\n%s"
							.formatted(from, to, headers, text)
							.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
		this.server.setUser(to, "secret").deliver(message);
	}

	private List<JsonNode> found(String customer) {
		return this.http.get(PATH + "?kind=email&sort=createdAt&customerId=" + customer)
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.toList();
	}

	@Test
	void areTakenOnce() throws MessagingException, FolderException {
		String id = UUID.randomUUID() + "@mail.example";
		receive(MAILBOX, this.address, "Message-ID: <%s>\r\n".formatted(id), "Hello\u0007 there");
		receive(MAILBOX, "stranger@mail.example", "", "Who am I?");
		takeAll();
		takeAll();
		List<JsonNode> taken = found(this.customer);
		assertThat(taken).hasSize(1);
		JsonNode email = taken.get(0);
		assertThat(email.get("subject").asString()).isEqualTo("Grüße");
		assertThat(email.get("text").asString()).isEqualTo("Hello there");
		assertThat(email.get("direction").asString()).isEqualTo("inbound");
		assertThat(email.at("/email/messageId").asString()).isEqualTo(id);
		assertThat(email.at("/email/from/name").asString()).isEqualTo("Grace");
		assertThat(this.server.getManagers().getImapHostManager().getInbox(this.mailbox).getMessages())
			.extracting((message) -> message.getFlags().contains(Flags.Flag.FLAGGED))
			.containsExactly(false, true);
		this.events.awaitExactly("kehu.activities", email.get("id").asString(), "io.kehu.activity.added.v1");
	}

	@Test
	void continueAConversation() throws MessagingException {
		String first = UUID.randomUUID() + "@mail.example";
		this.http.post(PATH, body("email", """
				, "direction": "outbound", "visibility": "private", "email": {"to": [{"address": "x@y.example"}],
				"messageId": "%s"}""".formatted(first))).expect(201);
		receive(MAILBOX, "other@mail.example", "In-Reply-To: <%s>\r\n".formatted(first), "Yes");
		takeAll();
		List<JsonNode> all = found(this.customer);
		assertThat(all).hasSize(2);
		assertThat(all.get(1).get("visibility").asString()).isEqualTo("private");
		assertThat(all.get(1).at("/email/references/0").asString()).isEqualTo(first);
		assertThat(user(UUID.randomUUID()).get(PATH + "?customerId=" + this.customer).expect(200).body())
			.doesNotContain("other@mail.example");
	}

	@Test
	void copiesToTheMailboxAreOutbound() throws MessagingException {
		String contact = id(this.http
			.post("/api/v1/contacts",
					"""
							{"customerId": "%s", "familyName": "Hopper", "primary": false, "emails": [{"address": "%s"}]}"""
						.formatted(customer(), "c." + this.address))
			.expect(201));
		MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new java.io.ByteArrayInputStream(
				"From: me@acme.example\r\nTo: c.%s\r\nCc: broken, <@>\r\nSubject:\r\nContent-Type: text/html\r\n\r\n<p>Hi&amp;bye</p><script>x</script>"
					.formatted(this.address)
					.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
		this.mailbox.deliver(message);
		takeAll();
		JsonNode email = this.http.get(PATH + "?contactId=" + contact).expect(200).json().at("/items/0");
		assertThat(email.get("direction").asString()).isEqualTo("outbound");
		assertThat(email.get("subject").asString()).isEqualTo("(no subject)");
		assertThat(email.get("text").asString()).isEqualTo("Hi&bye");
		this.http.patch(PATH + "/" + email.get("id").asString(), "*", "{\"subject\": \"Tea\"}").expect(200);
	}

	@Test
	void areSentOnce() {
		HttpAnswer draft = add("email",
				"""
						, "text": "Hello", "direction": "outbound", "email": {"to": [{"address": "%s"}], "references": ["1@x"]}"""
					.formatted(this.address));
		String path = draft.header("Location");
		assertThat(act(path, "send").expect(200).json().get("delivery").asString()).isEqualTo("queued");
		this.http.patch(path, "*", "{\"text\": \"Other\"}").expect(409);
		this.away = true;
		sendAll();
		assertThat(this.http.get(path).expect(200).json().get("delivery").asString()).isEqualTo("queued");
		this.jdbc.update("update activity set next_attempt_at = now() - interval '1 second' where id = ?",
				UUID.fromString(id(draft)));
		this.away = false;
		sendAll();
		sendAll();
		JsonNode sent = act(path, "send").expect(200).json();
		assertThat(sent.get("delivery").asString()).isEqualTo("sent");
		assertThat(sent.at("/email/messageId").asString()).startsWith(id(draft));
		this.events.awaitExactly("kehu.activities", id(draft), "io.kehu.activity.added.v1",
				"io.kehu.activity.queued.v1", "io.kehu.activity.sent.v1");
	}

	@Test
	void areOnlySentIfTheyAreDrafts() {
		String incoming = add("email", """
				, "direction": "inbound", "email": {"to": [{"address": "%s"}]}""".formatted(this.address))
			.header("Location");
		assertThat(act(incoming, "send").expect(409).json().at("/errors/0/pointer").asString()).isEqualTo("/direction");
		String past = add("email", """
				, "direction": "outbound", "email": {"to": [{"address": "%s"}], "messageId": "1@x"}"""
			.formatted(this.address)).header("Location");
		assertThat(act(past, "send").expect(409).json().at("/errors/0/pointer").asString())
			.isEqualTo("/email/messageId");
		String nobody = add("email", ", \"direction\": \"outbound\", \"email\": {}").header("Location");
		assertThat(act(nobody, "send").expect(409).json().at("/errors/0/pointer").asString()).isEqualTo("/email/to");
		act(add("note", "").header("Location"), "send").expect(409);
	}

}

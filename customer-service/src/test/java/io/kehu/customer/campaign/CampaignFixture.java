package io.kehu.customer.campaign;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.mail.MailAutoConfiguration;
import io.kehu.platform.mail.Mailer;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Campaigns whose e-mails go to a real mail server.
 */
@CustomerServiceTest
abstract class CampaignFixture {

	static final String PATH = "/api/v1/campaigns";

	static final String CUSTOMERS = "/api/v1/customers";

	private static final Pattern ADDRESS = Pattern.compile("(/campaign-mail/[^/\\s]+/[a-z]+(?:/[0-9]+)?(?:\\.gif)?)");

	final String unique = UUID.randomUUID().toString();

	@Autowired
	HttpProbe anyone;

	@Autowired
	EventProbe events;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	CampaignCompletion completion;

	@Autowired
	private MessageStore messages;

	@Autowired
	private CampaignRepository campaigns;

	@Autowired
	private MailLinks links;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Clock clock;

	HttpProbe http;

	GreenMail server;

	@BeforeEach
	void startServer() {
		this.server = new GreenMail(ServerSetup.SMTP.dynamicPort());
		this.server.start();
		this.http = this.anyone.as("customer:read", "customer:write", "customer:delete", "customer:pii", "contact:read",
				"contact:write", "consent:read", "consent:write", "segment:read", "segment:write", "campaign:read",
				"campaign:write", "order:read");
	}

	@AfterEach
	void stopServer() {
		this.server.stop();
	}

	/** Returns what delivers to a port of this machine. */
	Mailer mailer(int port) {
		List<Mailer> mailers = new ArrayList<>();
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class, MailAutoConfiguration.class))
			.withBean(Clock.class, Clock::systemUTC)
			.withPropertyValues("spring.mail.host=127.0.0.1", "spring.mail.port=" + port,
					"kehu.mail.from=Acme <info@acme.example>")
			.run((context) -> mailers.add(context.getBean(Mailer.class)));
		return mailers.get(0);
	}

	void send() {
		send(mailer(this.server.getSmtp().getPort()));
	}

	void send(Mailer mailer) {
		new CampaignSending(this.messages, this.campaigns, this.links, mailer, this.clock, this.transactions).run();
	}

	String address(String name) {
		return name + "@" + this.unique + ".example";
	}

	static String id(HttpAnswer answer) {
		return answer.expect(201).json().get("id").asString();
	}

	String customer(String name) {
		return id(this.http.post(CUSTOMERS,
				"{\"kind\": \"person\", \"givenName\": \"%s\", \"tags\": [\"%s\"], \"emails\": [{\"address\": \"%s\"}]}"
					.formatted(name, this.unique, address(name))));
	}

	void consent(String customer, String contact, String decision) {
		id(this.http.post("/api/v1/consents", """
				{"customerId": "%s", "contactId": %s, "purpose": "newsletter", "channel": "email", "decision": "%s",
				"decidedAt": "2026-01-01T00:00:00Z", "proof": "Form 7"}""".formatted(customer,
				(contact != null) ? "\"" + contact + "\"" : "null", decision)));
	}

	String reader(String name) {
		String customer = customer(name);
		consent(customer, null, "granted");
		return customer;
	}

	String segment(String filter) {
		return id(this.http.post("/api/v1/segments",
				"{\"name\": \"%s\", \"filter\": \"%s\"}".formatted(UUID.randomUUID(), filter)));
	}

	/** Adds a campaign with a step now and one a week later. */
	HttpAnswer plan(String fields) {
		return this.http.post(PATH,
				"""
						{"code": "C-%s", "name": "Spring", "purpose": "newsletter", "segmentIds": ["%s"],
						"steps": [{"afterDays": 0, "subject": "Hello {{name}}", "text": "Dear {{givenName}},\\n[look](https://acme.example/a?b=1&c=2)"},
						{"afterDays": 7, "subject": "Again", "text": "Hello again"}]%s}"""
					.formatted(this.unique.toUpperCase(java.util.Locale.ROOT).substring(0, 30),
							segment("tag=" + this.unique), fields));
	}

	String start() {
		String path = plan("").expect(201).header("Location");
		act(path, "start").expect(200);
		return path;
	}

	HttpAnswer act(String path, String intent) {
		return this.http.with("If-Match", "*").post(path + "/" + intent, "");
	}

	void makeDue() {
		this.jdbc.update("update campaign_message set due_at = now() - interval '1 second' where address like ?",
				"%" + this.unique + ".example");
	}

	List<MimeMessage> received() {
		return Arrays.asList(this.server.getReceivedMessages());
	}

	List<String> receivers() {
		return received().stream().map(CampaignFixture::to).sorted().toList();
	}

	static String to(MimeMessage message) {
		try {
			return message.getAllRecipients()[0].toString().replaceFirst("@.*", "");
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns the plain text, or the HTML, of an e-mail. */
	static String content(Part part, String type) {
		try {
			if (part.isMimeType(type)) {
				return part.getContent().toString();
			}
			if (part.getContent() instanceof Multipart several) {
				for (int i = 0; i < several.getCount(); i++) {
					String found = content(several.getBodyPart(i), type);
					if (!found.isEmpty()) {
						return found;
					}
				}
			}
			return "";
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns the paths of the addresses of this service in a text. */
	static List<String> paths(String text) {
		Matcher matcher = ADDRESS.matcher(text);
		List<String> found = new ArrayList<>();
		while (matcher.find()) {
			found.add(matcher.group());
		}
		return found;
	}

	List<JsonNode> log(String campaign, String query) {
		return this.http.get(campaign + "/messages" + query).expect(200).json().get("items").valueStream().toList();
	}

	List<String> statuses(String campaign) {
		return log(campaign, "").stream()
			.map((message) -> message.get("step").asInt() + " " + message.get("status").asString())
			.sorted()
			.toList();
	}

}

package io.kehu.customer.campaign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

import io.kehu.platform.mail.Bounce;
import io.kehu.platform.mail.Email;
import io.kehu.platform.mail.MailParty;
import io.kehu.platform.mail.Mailer;
import io.kehu.platform.test.probe.HttpAnswer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailSendException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is sent when an instance, the mail server or a connection dies, or recipients
 * change.
 */
class CampaignSendingTests extends CampaignFixture {

	@Autowired
	private CampaignBounces bounces;

	/** An instance that dies before or after the mail server has accepted an e-mail. */
	private Mailer dying(boolean accepted) {
		Mailer real = mailer(this.server.getSmtp().getPort());
		return failing(real, accepted, new Killed());
	}

	private static Mailer failing(Mailer real, boolean accepted, Throwable failure) {
		return new Mailer() {

			@Override
			public void send(Email email) {
				if (accepted) {
					real.send(email);
				}
				if (failure instanceof Error error) {
					throw error;
				}
				throw (RuntimeException) failure;
			}

			@Override
			public MailParty sender() {
				return real.sender();
			}

		};
	}

	private void endClaims() {
		this.jdbc.update("""
				update campaign_message set claimed_at = claimed_at - interval '1 hour'
				where status = 'SENDING' and address like ?""", "%" + this.unique + ".example");
	}

	@Test
	void sendsNothingTwiceIfItIsKilledBeforeOrAfterTheServerAccepts() {
		reader("ann");
		String path = start();
		for (boolean accepted : List.of(false, true)) {
			assertThatExceptionOfType(Killed.class).isThrownBy(() -> send(dying(accepted)));
			assertThat(received()).hasSize(accepted ? 1 : 0);
			send();
			endClaims();
			send();
			send();
			assertThat(received()).hasSize(accepted ? 1 : 0);
			makeDue();
		}
		assertThat(statuses(path)).containsExactly("0 unknown", "1 unknown");
		this.completion.run();
		assertThat(this.http.get(path).expect(200).json().get("status").asString()).isEqualTo("completed");
	}

	@Test
	void triesAgainOnlyIfNothingCanHaveBeenSent() {
		reader("ann");
		String path = start();
		int port = this.server.getSmtp().getPort();
		this.server.stop();
		send(mailer(port));
		assertThat(statuses(path)).containsExactly("0 queued", "1 queued");
		this.server.start();
		this.jdbc.update(
				"update campaign_message set due_at = now() - interval '1 second' where address = ? and step = 0",
				address("ann"));
		send();
		assertThat(statuses(path)).containsExactly("0 sent", "1 queued");
		makeDue();
		send(failing(mailer(this.server.getSmtp().getPort()), true,
				new MailSendException("Failed to close server connection", new MessagingException())));
		send();
		assertThat(statuses(path)).containsExactly("0 sent", "1 unknown");
		assertThat(received().size()).isLessThanOrEqualTo(2);
	}

	@Test
	void followsAMergeAndComesBack() {
		String ann = reader("ann");
		String bob = reader("bob");
		String path = start();
		send();
		HttpAnswer merge = this.http.with("If-Match", "*")
			.post(CUSTOMERS + "/" + ann + "/merges", "{\"merged\": [{\"id\": \"%s\"}]}".formatted(bob))
			.expect(201);
		assertThat(customers(path)).containsOnly(ann);
		makeDue();
		send();
		assertThat(received()).hasSize(3);
		assertThat(log(path, "?status=skipped").get(0).get("reason").asString()).isEqualTo("sent_before");
		this.http.with("If-Match", "*").post(merge.header("Location") + "/undo", "").expect(200);
		assertThat(customers(path)).containsExactlyInAnyOrder(ann, ann, bob, bob);
	}

	private List<String> customers(String path) {
		return log(path, "").stream().map((message) -> message.get("customerId").asString()).toList();
	}

	@Test
	void writesToAnAddressOnce() {
		reader("ann");
		String other = customer("ben");
		consent(other, null, "granted");
		this.http.patch(CUSTOMERS + "/" + other, "*", "{\"emails\": [{\"address\": \"%s\"}]}".formatted(address("ANN")))
			.expect(200);
		start();
		send();
		assertThat(received()).hasSize(1);
	}

	@Test
	void stopsWritingToAddressesThatDoNotExist() throws MessagingException, IOException {
		reader("ann");
		String path = start();
		send();
		String id = received().get(0).getMessageID().replaceAll("[<>]", "");
		assertThat(this.bounces.handle(read("5.1.1", id))).isTrue();
		assertThat(this.bounces.handle(read("5.1.1", "1@x"))).isFalse();
		makeDue();
		send();
		assertThat(received()).hasSize(1);
		assertThat(statuses(path)).containsExactly("0 bounced", "1 skipped");
	}

	private static Bounce read(String status, String id) throws MessagingException, IOException {
		String report = BounceTests.REPORT.formatted("failed", status, "message/rfc822", id).replace("\n", "\r\n");
		return Bounce
			.of(new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8))))
			.orElseThrow();
	}

	/**
	 * Ends the thread as a kill would end the process: nothing after it runs.
	 */
	private static final class Killed extends Error {

	}

}

package io.kehu.customer.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.customer.consent.MailConsents;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the e-mails of campaigns. An e-mail is claimed in a transaction before it is
 * sent, and a claim is only given up when it is certain that nothing was sent; so each is
 * sent at most once, whatever dies when. Of its recipient, only the column
 * {@code address} is personal data; names are read when it is sent.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MessageStore {

	private static final Duration LOST = Duration.ofMinutes(15);

	private static final String DUE = """
			select m.id from campaign_message m join campaign c on c.id = m.campaign_id where m.status = 'QUEUED'
			and m.due_at <= ? and c.status = 'RUNNING' and c.deleted_at is null order by m.due_at, m.id limit ?""";

	/** Consent, address and earlier e-mails are looked up at the last moment. */
	private static final String HOLD = """
			select m.id, m.campaign_id, m.step, m.customer_id, m.contact_id, m.address, m.attempts,
			r.name, coalesce(k.given_name, r.given_name) as given_name, coalesce(k.family_name, r.family_name) as family_name,
			case when r.deleted_at is not null or k.deleted_at is not null then 'deleted'
			when m.address is null or not exists (select 1 from jsonb_array_elements(coalesce(k.emails, r.emails)) e (item)
			where lower(e.item ->> 'address') = m.address) then 'address_changed'
			when not (%s) then 'no_consent'
			when exists (select 1 from campaign_message b where b.address = m.address and b.status = 'BOUNCED'
			and coalesce(b.reason, '') not like '4%%')
			then 'bounced_before'
			when exists (select 1 from campaign_message o where o.campaign_id = m.campaign_id and o.step = m.step
			and o.customer_id = m.customer_id and o.contact_id is not distinct from m.contact_id
			and o.claimed_at is not null) then 'sent_before' end as reason
			from campaign_message m join campaign c on c.id = m.campaign_id join customer r on r.id = m.customer_id
			left join contact k on k.id = m.contact_id where m.id = ? and m.status = 'QUEUED' and m.due_at <= ?
			and c.status = 'RUNNING' and c.deleted_at is null for update of m skip locked"""
		.formatted(MailConsents.granted("m.customer_id", "m.contact_id").replace(":purpose", "c.purpose"));

	private final JdbcTemplate jdbc;

	private final Clock clock;

	MessageStore(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Returns e-mails that are due, those that have waited longest first. */
	List<UUID> due(int most) {
		return this.jdbc.queryForList(DUE, UUID.class, now(), most);
	}

	/**
	 * Claims an e-mail; empty if it is not due any more, or must not be sent.
	 */
	Optional<Claim> claim(UUID id) {
		Claim claim = this.jdbc.query(HOLD, (row, number) -> Claim.of(row), id, now())
			.stream()
			.findFirst()
			.orElse(null);
		if (claim == null) {
			return Optional.empty();
		}
		if (claim.reason() != null) {
			end(id, MessageStatus.SKIPPED, claim.reason());
			return Optional.empty();
		}
		this.jdbc.update("""
				update campaign_message set status = 'SENDING', claimed_at = ?, attempts = attempts + 1,
				person_id = coalesce(contact_id, customer_id) where id = ?""", now(), id);
		return Optional.of(claim);
	}

	/** Notes that the mail server has accepted an e-mail. */
	void sent(UUID id) {
		this.jdbc.update("""
				update campaign_message set status = 'SENT', sent_at = coalesce(sent_at, ?)
				where id = ? and status in ('SENDING', 'UNKNOWN')""", now(), id);
	}

	/** Notes that an e-mail was not sent and will not be, or may have been sent. */
	void end(UUID id, MessageStatus status, @Nullable String reason) {
		this.jdbc.update("""
				update campaign_message set status = ?, reason = ? where id = ? and status in ('QUEUED', 'SENDING')""",
				status.name(), reason, id);
	}

	/** Gives up a claim on an e-mail that was certainly not sent. */
	void retry(UUID id, Instant next) {
		this.jdbc.update("""
				update campaign_message set status = 'QUEUED', due_at = ?, claimed_at = null, person_id = null
				where id = ? and status = 'SENDING'""", Timestamp.from(next), id);
	}

	/** Ends the claims of instances that have died. */
	void endLost() {
		this.jdbc.update("""
				update campaign_message set status = 'UNKNOWN', reason = 'interrupted' where status = 'SENDING'
				and claimed_at < ?""", Timestamp.from(this.clock.instant().minus(LOST)));
	}

	/** Cancels what a campaign has not sent yet. */
	void cancel(UUID campaign) {
		this.jdbc.update("""
				update campaign_message set status = 'CANCELLED' where campaign_id = ? and status = 'QUEUED'""",
				campaign);
	}

	/** Returns an e-mail that recipients can respond to. */
	Optional<Responded> find(UUID id) {
		return this.jdbc.query("""
				select campaign_id, step, customer_id, contact_id from campaign_message
				where id = ? and claimed_at is not null""", (row, number) -> Responded.of(row), id)
			.stream()
			.findFirst();
	}

	/**
	 * Notes a response; only the first of each kind counts. It shows that the e-mail was
	 * sent.
	 * @return the e-mail, or empty if there is none
	 */
	Optional<Responded> responded(UUID id, Response response) {
		return this.jdbc
			.query("""
					update campaign_message set %1$s = coalesce(%1$s, ?), sent_at = coalesce(sent_at, claimed_at),
					status = case when status in ('SENDING', 'UNKNOWN') then 'SENT' else status end
					where id = ? and claimed_at is not null
					returning campaign_id, step, customer_id, contact_id""".formatted(response.column()),
					(row, number) -> Responded.of(row), now(), id)
			.stream()
			.findFirst();
	}

	/**
	 * Notes that an e-mail was reported as undeliverable.
	 * @return whether there is such an e-mail
	 */
	boolean bounced(UUID id, String status) {
		return this.jdbc.update(
				"""
						update campaign_message set status = 'BOUNCED', reason = nullif(?, ''), bounced_at = coalesce(bounced_at, ?),
						sent_at = coalesce(sent_at, claimed_at) where id = ? and claimed_at is not null""",
				status, now(), id) > 0;
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	/**
	 * What a recipient did with an e-mail.
	 */
	enum Response {

		OPENED("opened_at"), CLICKED("clicked_at"), OPTED_OUT("opted_out_at");

		private final String column;

		Response(String column) {
			this.column = column;
		}

		String column() {
			return this.column;
		}

	}

	/**
	 * An e-mail that a recipient responded to.
	 */
	record Responded(UUID campaignId, int step, UUID customerId, @Nullable UUID contactId) {

		static Responded of(ResultSet row) throws SQLException {
			return new Responded(row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, UUID.class),
					row.getObject(4, UUID.class));
		}

	}

	/**
	 * An e-mail that this instance alone sends.
	 *
	 * @param attempts how often it was tried before
	 * @param reason why it must not be sent, or null
	 */
	record Claim(UUID id, UUID campaignId, int step, @Nullable String address, int attempts, Recipient recipient,
			@Nullable String reason) {

		static Claim of(ResultSet row) throws SQLException {
			return new Claim(row.getObject("id", UUID.class), row.getObject("campaign_id", UUID.class),
					row.getInt("step"), row.getString("address"), row.getInt("attempts"),
					new Recipient(row.getString("name"), row.getString("given_name"), row.getString("family_name")),
					row.getString("reason"));
		}

	}

}

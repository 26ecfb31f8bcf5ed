package io.kehu.customer.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.customer.lead.LeadConversion.Kept;
import io.kehu.customer.lead.LeadConversion.Kind;
import io.kehu.customer.lead.LeadConversion.Reason;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Removes what a conversion created, unless it has been used since.
 */
@Component
class ConversionTraces {

	private static final String CONTACT = """
			select version, deleted_at is not null as deleted, false as merged,
			exists (select from support_case c where c.contact_id = r.id and c.deleted_at is null) as used
			from contact r where id = ? for update""";

	private static final String CUSTOMER = """
			select version, deleted_at is not null as deleted, merged_into is not null as merged,
			exists (select from contact c where c.customer_id = r.id and c.deleted_at is null)
			or exists (select from support_case c where c.customer_id = r.id and c.deleted_at is null)
			or exists (select from customer c where c.parent_id = r.id and c.deleted_at is null)
			or exists (select from customer_order o where o.customer_id = r.id)
			or exists (select from lead l where l.customer_id = r.id and l.status = 'CONVERTED' and l.id <> ?) as used
			from customer r where id = ? for update""";

	private final JdbcTemplate jdbc;

	private final ConversionParts parts;

	ConversionTraces(JdbcTemplate jdbc, ConversionParts parts) {
		this.jdbc = jdbc;
		this.parts = parts;
	}

	/** Removes what a conversion created, and returns what is kept. */
	List<Kept> remove(UUID lead, LeadConversion conversion) {
		List<Kept> kept = new ArrayList<>();
		UUID contact = conversion.newContact() ? conversion.contactId() : null;
		if (contact != null) {
			Trace trace = this.jdbc.query(CONTACT, ConversionTraces::trace, contact).get(0);
			Optional<Reason> reason = trace.reason();
			reason.ifPresent((known) -> kept.add(new Kept(Kind.CONTACT, contact, known)));
			if (reason.isEmpty() && !trace.deleted()) {
				this.parts.removeContact(contact);
			}
		}
		UUID customer = conversion.newCustomer() ? conversion.customerId() : null;
		if (customer != null) {
			Trace trace = this.jdbc.query(CUSTOMER, ConversionTraces::trace, lead, customer).get(0);
			Optional<Reason> reason = trace.reason();
			reason.ifPresent((known) -> kept.add(new Kept(Kind.CUSTOMER, customer, known)));
			if (reason.isEmpty() && !trace.deleted()) {
				this.parts.removeCustomer(customer);
			}
		}
		return kept;
	}

	private static Trace trace(ResultSet row, int number) throws SQLException {
		return new Trace(row.getLong("version"), row.getBoolean("deleted"), row.getBoolean("merged"),
				row.getBoolean("used"));
	}

	/** A record that a conversion created begins with version 0. */
	private record Trace(long version, boolean deleted, boolean merged, boolean used) {

		/** Returns why the record is kept; empty if it can be removed, or is deleted. */
		Optional<Reason> reason() {
			if (this.merged) {
				return Optional.of(Reason.MERGED);
			}
			if (this.deleted) {
				return Optional.empty();
			}
			return (this.version > 0) ? Optional.of(Reason.CHANGED)
					: this.used ? Optional.of(Reason.IN_USE) : Optional.empty();
		}

	}

}

package io.kehu.customer.campaign;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.Referable;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds what templates can refer to of customers and contacts that the caller may see.
 */
@Component
class Recipients {

	private static final String FIND = """
			select r.name, coalesce(k.given_name, r.given_name), coalesce(k.family_name, r.family_name)
			from customer r left join contact k on k.id = ? and k.customer_id = r.id where r.id = ?""";

	private final JdbcTemplate jdbc;

	private final Referable customers;

	private final Referable contacts;

	Recipients(JdbcTemplate jdbc, @Qualifier("customers") Referable customers,
			@Qualifier("contacts") Referable contacts) {
		this.jdbc = jdbc;
		this.customers = customers;
		this.contacts = contacts;
	}

	/**
	 * Returns a customer or a contact as a recipient.
	 * @throws ProblemException 404 if the caller can't see it
	 */
	Recipient find(UUID customer, @Nullable UUID contact) {
		if (this.customers.readable(List.of(customer)).isEmpty()) {
			throw ProblemException.notFound("customer", customer);
		}
		if (contact != null && this.contacts.readable(List.of(contact)).isEmpty()) {
			throw ProblemException.notFound("contact", contact);
		}
		return this.jdbc
			.query(FIND, (row, number) -> new Recipient(row.getString(1), row.getString(2), row.getString(3)), contact,
					customer)
			.stream()
			.findFirst()
			.orElseThrow(() -> ProblemException.notFound("customer", customer));
	}

}

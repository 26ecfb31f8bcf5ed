package io.kehu.customer.campaign;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.kehu.customer.customer.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * What templates can refer to of a recipient.
 *
 * @param customerName the name of the customer
 * @param givenName the given name of the contact, or of a customer that is a person
 */
record Recipient(String customerName, @Nullable String givenName, @Nullable String familyName) {

	static final List<String> VARIABLES = List.of("name", "givenName", "familyName", "customerName");

	static final Recipient NONE = new Recipient("", null, null);

	/** Returns the values of the variables, empty ones included. */
	Map<String, String> variables() {
		String person = PersonName.of(this.givenName, this.familyName);
		return Map.of("name", person.isEmpty() ? this.customerName : person, "givenName",
				Objects.requireNonNullElse(this.givenName, ""), "familyName",
				Objects.requireNonNullElse(this.familyName, ""), "customerName", this.customerName);
	}

}

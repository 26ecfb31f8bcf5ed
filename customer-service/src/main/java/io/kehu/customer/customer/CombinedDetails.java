package io.kehu.customer.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.kehu.platform.record.ExternalId;
import org.jspecify.annotations.Nullable;

/**
 * Makes one customer of several: the first one's own values, its gaps filled from the
 * others in their order, and everybody's ways to be reached, tags, custom fields and
 * external ids. Whose it is stays as it is.
 */
final class CombinedDetails {

	private final List<CustomerDetails> all;

	private CombinedDetails(List<CustomerDetails> all) {
		this.all = all;
	}

	/**
	 * Combines customers.
	 * @param all the survivor first
	 * @param parentId what it belongs to
	 */
	static CustomerDetails of(List<CustomerDetails> all, @Nullable UUID parentId) {
		return new CombinedDetails(all).combine(parentId);
	}

	private CustomerDetails combine(@Nullable UUID parentId) {
		CustomerDetails survivor = this.all.get(0);
		boolean person = survivor.kind() == CustomerKind.PERSON;
		return new CustomerDetails(survivor.kind(), survivor.name(),
				person ? first(CustomerDetails::givenName) : survivor.givenName(),
				person ? first(CustomerDetails::familyName) : survivor.familyName(), survivor.status(), emails(),
				phones(), united(CustomerDetails::addresses, CombinedDetails::place),
				person ? first(CustomerDetails::birthDate) : survivor.birthDate(), first(CustomerDetails::taxNumber),
				united(CustomerDetails::tags, Function.identity()), customFields(),
				ExternalId.sorted(this.all.stream().flatMap((one) -> one.externalIds().stream()).toList()), parentId,
				survivor.ownerId(), survivor.teamId());
	}

	/**
	 * Returns what the survivor belongs to: what it did, or else what the first of the
	 * others did; never one of those that are merged.
	 */
	static @Nullable UUID parent(List<CustomerDetails> all, Set<UUID> involved, UnaryOperator<Set<UUID>> referable) {
		UUID own = all.get(0).parentId();
		if (own != null && !involved.contains(own)) {
			return own;
		}
		UUID other = all.stream()
			.map(CustomerDetails::parentId)
			.filter(Objects::nonNull)
			.filter((parent) -> !involved.contains(parent))
			.findFirst()
			.orElse(null);
		return (other != null && referable.apply(Set.of(other)).contains(other)) ? other : null;
	}

	private <T> @Nullable T first(Function<CustomerDetails, @Nullable T> field) {
		return this.all.stream().map(field).flatMap(Stream::ofNullable).findFirst().orElse(null);
	}

	private List<EmailAddress> emails() {
		return onePrimary(united(CustomerDetails::emails, (email) -> email.address().toLowerCase(Locale.ROOT)),
				EmailAddress::primary, (email) -> new EmailAddress(email.address(), email.type(), false));
	}

	private List<PhoneNumber> phones() {
		return onePrimary(united(CustomerDetails::phones, PhoneNumber::number), PhoneNumber::primary,
				(phone) -> new PhoneNumber(phone.number(), phone.type(), false));
	}

	private static <T> List<T> onePrimary(List<T> values, Predicate<T> primary, UnaryOperator<T> secondary) {
		List<T> settled = new ArrayList<>();
		boolean found = false;
		for (T value : values) {
			settled.add((found && primary.test(value)) ? secondary.apply(value) : value);
			found |= primary.test(value);
		}
		return List.copyOf(settled);
	}

	private static List<String> place(PostalAddress address) {
		return Stream
			.of(address.line1(), address.line2(), address.postalCode(), address.city(), address.region(),
					address.country())
			.map((part) -> (part != null) ? part.strip().toLowerCase(Locale.ROOT) : "")
			.toList();
	}

	private <T> List<T> united(Function<CustomerDetails, List<T>> field, Function<T, ?> sameness) {
		Map<Object, T> values = new LinkedHashMap<>();
		this.all.stream()
			.flatMap((one) -> field.apply(one).stream())
			.forEach((value) -> values.putIfAbsent(sameness.apply(value), value));
		return List.copyOf(values.values());
	}

	private Map<String, Object> customFields() {
		Map<String, Object> fields = new LinkedHashMap<>();
		this.all.forEach((one) -> one.customFields().forEach(fields::putIfAbsent));
		return fields;
	}

}

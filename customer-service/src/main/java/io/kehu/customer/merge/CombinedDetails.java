package io.kehu.customer.merge;

import java.util.ArrayList;
import java.util.Arrays;
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

import io.kehu.customer.customer.BankAccount;
import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.CustomerKind;
import io.kehu.customer.customer.EmailAddress;
import io.kehu.customer.customer.PhoneNumber;
import io.kehu.customer.customer.PostalAddress;
import io.kehu.platform.record.ExternalId;
import org.jspecify.annotations.Nullable;

/**
 * Combines the details of several customers into those of the first, the survivor: its
 * own values, gaps filled from the others in their order, and the union of all e-mail
 * addresses, phones, postal addresses, tags, custom fields and external ids. Owner and
 * team stay those of the survivor.
 */
final class CombinedDetails {

	private final List<CustomerDetails> all;

	private CombinedDetails(List<CustomerDetails> all) {
		this.all = all;
	}

	/**
	 * Returns the combined details.
	 * @param all the details of all, the survivor first
	 * @param parentId the parent of the combined customer, or null
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
				phones(), union(CustomerDetails::addresses, CombinedDetails::placeOf),
				person ? first(CustomerDetails::birthDate) : survivor.birthDate(), first(CustomerDetails::taxNumber),
				union(CustomerDetails::bankAccounts, BankAccount::accountNumber),
				union(CustomerDetails::tags, Function.identity()), customFields(),
				ExternalId.sorted(this.all.stream().flatMap((one) -> one.externalIds().stream()).toList()), parentId,
				survivor.ownership());
	}

	/**
	 * Returns the parent of the combined customer: that of the survivor, or else that of
	 * the first other that has one which may be referred to. A customer that takes part
	 * in the merge is no parent.
	 * @param referable selects the ids that the caller may refer to
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
		return onePrimary(union(CustomerDetails::emails, (email) -> email.address().toLowerCase(Locale.ROOT)),
				EmailAddress::primary, EmailAddress::secondary);
	}

	private List<PhoneNumber> phones() {
		return onePrimary(union(CustomerDetails::phones, (phone) -> Arrays.asList(phone.number(), phone.extension())),
				PhoneNumber::primary, PhoneNumber::secondary);
	}

	private static <T> List<T> onePrimary(List<T> values, Predicate<T> primary, UnaryOperator<T> secondary) {
		List<T> kept = new ArrayList<>();
		boolean found = false;
		for (T value : values) {
			kept.add((found && primary.test(value)) ? secondary.apply(value) : value);
			found |= primary.test(value);
		}
		return List.copyOf(kept);
	}

	private static List<String> placeOf(PostalAddress address) {
		return Stream
			.of(address.line1(), address.line2(), address.postalCode(), address.city(), address.region(),
					address.country())
			.map((part) -> (part != null) ? part.strip().toLowerCase(Locale.ROOT) : "")
			.toList();
	}

	private <T> List<T> union(Function<CustomerDetails, List<T>> field, Function<T, ?> key) {
		Map<Object, T> values = new LinkedHashMap<>();
		this.all.stream()
			.flatMap((one) -> field.apply(one).stream())
			.forEach((value) -> values.putIfAbsent(key.apply(value), value));
		return List.copyOf(values.values());
	}

	private Map<String, Object> customFields() {
		Map<String, Object> fields = new LinkedHashMap<>();
		this.all.forEach((one) -> one.customFields().forEach(fields::putIfAbsent));
		return fields;
	}

}

package io.kehu.migration.mapping;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of records that legacy data becomes, each after those that it can refer to.
 */
public enum Resource {

	/** Products. */
	PRODUCTS("order-service", "sku, name, price/amount", """
			sku text, name text, price/amount amount, price/currency text, active boolean"""),

	/** Customers. */
	CUSTOMERS("customer-service", "kind",
			"kind text, name text, givenName text, familyName text, status text, emails/*/address text,"
					+ " emails/*/type text, emails/*/primary boolean, phones/*/number text, phones/*/extension text,"
					+ " phones/*/type text, phones/*/primary boolean, addresses/*/type text, addresses/*/line1 text,"
					+ " addresses/*/line2 text, addresses/*/postalCode text, addresses/*/city text,"
					+ " addresses/*/region text, addresses/*/country text, birthDate date, taxNumber text,"
					+ " tags/* text, customFields/* text, parentId customers"),

	/** Contacts of customers. */
	CONTACTS("customer-service", "customerId, familyName",
			"customerId customers, givenName text, familyName text, role text, jobTitle text, from date, to date,"
					+ " primary boolean, emails/*/address text, emails/*/type text, emails/*/primary boolean,"
					+ " phones/*/number text, phones/*/extension text, phones/*/type text, phones/*/primary boolean"),

	/** Leads. */
	LEADS("customer-service", "",
			"source text, company text, givenName text, familyName text, jobTitle text, emails/*/address text,"
					+ " emails/*/type text, emails/*/primary boolean, phones/*/number text, phones/*/extension text,"
					+ " phones/*/type text, phones/*/primary boolean, city text, country text, industry text,"
					+ " employees integer, interest text, estimatedValue/amount amount, estimatedValue/currency text,"
					+ " note text"),

	/** Opportunities. */
	OPPORTUNITIES("order-service", "name, customerId, stage",
			"name text, customerId customers, contactId contacts, pipelineId text, stage text, amount/amount amount,"
					+ " amount/currency text, probability integer, expectedCloseOn date, competitors/* text"),

	/** Orders with their lines. */
	ORDERS("order-service", "customerId", """
			clientOrderNumber text, customerId customers, orderDate date, status text, currency text"""),

	/** Activities. */
	ACTIVITIES("customer-service", "kind, customerId, subject",
			"kind text, customerId customers, contactId contacts, subject text, text text, occursAt instant,"
					+ " endsAt instant, location text, direction text, dueAt instant, visibility text"),

	/** Cases. */
	CASES("customer-service", "customerId, subject", """
			customerId customers, contactId contacts, subject text, description text, priority text, origin text""");

	/** The fields of the lines of orders. */
	static final Map<String, String> LINE_FIELDS = fields("""
			productId products, sku text, description text, quantity decimal, unitPrice/amount amount,
			unitPrice/currency text, discount decimal, tax decimal""");

	private static final Pattern INDEX = Pattern.compile("/\\d{1,2}(?=/|$)");

	private static final Pattern CUSTOM = Pattern.compile("/customFields/[A-Za-z][A-Za-z0-9_]{0,49}");

	private final String service;

	private final String required;

	private final String fields;

	Resource(String service, String required, String fields) {
		this.service = service;
		this.required = required;
		this.fields = fields;
	}

	private static Map<String, String> fields(String declared) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (String one : declared.split(",", -1)) {
			String[] parts = one.strip().split(" ", -1);
			fields.put("/" + parts[0], parts[1]);
		}
		return fields;
	}

	/** Returns the first segment of the path below {@code /api/v1}. */
	public String path() {
		return toString();
	}

	/** Returns the name of the service that owns the records. */
	public String service() {
		return this.service;
	}

	/** Returns the members of records that a run can change. */
	public Set<String> members() {
		Set<String> members = new LinkedHashSet<>();
		fields().keySet().forEach((pointer) -> members.add(pointer.split("/", -1)[1]));
		members.add((this == ORDERS) ? "lines" : "externalIds");
		return members;
	}

	/** Returns the pointers of the fields that a new record must have. */
	List<String> required() {
		return this.required.isEmpty() ? List.of()
				: Arrays.stream(this.required.split(", ", -1)).map((name) -> "/" + name).toList();
	}

	/** Returns the pointers of all fields, with an asterisk for any index or name. */
	Map<String, String> fields() {
		return fields(this.fields);
	}

	/**
	 * Returns the kind of a field: that of its value, or the resource that it refers to.
	 * @param pointer the pointer of the field
	 * @param line whether it is a field of the lines of orders
	 */
	Optional<FieldKind> kind(String pointer, boolean line) {
		String template = CUSTOM.matcher(pointer).matches() ? "/customFields/*"
				: INDEX.matcher(pointer).replaceAll("/*");
		@Nullable String declared = (line ? LINE_FIELDS : fields()).get(template);
		return Optional.ofNullable(declared).map(FieldKind::of);
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The kind of a field.
	 *
	 * @param value the kind of its value, null for a reference
	 * @param resource the resource that it refers to, null for a value
	 */
	record FieldKind(@Nullable ValueKind value, @Nullable Resource resource) {

		private static FieldKind of(String declared) {
			for (Resource resource : Resource.values()) {
				if (resource.toString().equals(declared)) {
					return new FieldKind(null, resource);
				}
			}
			return new FieldKind(ValueKind.valueOf(declared.toUpperCase(Locale.ROOT)), null);
		}

	}

}

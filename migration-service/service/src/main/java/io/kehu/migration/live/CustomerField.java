package io.kehu.migration.live;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields of a customer that a column can map to.
 */
enum CustomerField {

	NAME("name", "fullname|customername|company|companyname"), GIVEN_NAME("givenName", "firstname|forename|vorname"),
	FAMILY_NAME("familyName", "lastname|surname|nachname"), STATUS("status", ""),
	BIRTH_DATE("birthDate", "dateofbirth|birthday|dob|geburtsdatum"), TAX_NUMBER("taxNumber", "vatnumber"),
	EMAIL("email", "mail|emailaddress"), PHONE("phone", "telephone|phonenumber|mobile|telefon"),
	LINE1("line1", "street|address|address1|streetaddress|strasse"), LINE2("line2", "address2"),
	POSTAL_CODE("postalCode", "postcode|zip|zipcode|plz"), CITY("city", "town|suburb|ort"),
	REGION("region", "state|province"), COUNTRY("country", "countrycode|land");

	/** The ends of the names of columns that a name has been split into. */
	static final String GIVEN = ".given";

	static final String FAMILY = ".family";

	/** The fields of a postal address. */
	static final List<CustomerField> ADDRESS = List.of(LINE1, LINE2, POSTAL_CODE, CITY, REGION, COUNTRY);

	/** The fields that a customer has once. */
	static final List<CustomerField> PLAIN = List.of(NAME, GIVEN_NAME, FAMILY_NAME, STATUS, BIRTH_DATE, TAX_NUMBER);

	private final String title;

	private final String synonyms;

	CustomerField(String title, String synonyms) {
		this.title = title;
		this.synonyms = synonyms;
	}

	/** Returns the field with exactly this name. */
	static Optional<CustomerField> called(String title) {
		return Arrays.stream(values()).filter((field) -> field.title.equals(title)).findFirst();
	}

	/** Returns the field that a column with this name most likely maps to. */
	static Optional<CustomerField> meantBy(String column) {
		if (column.endsWith(GIVEN)) {
			return Optional.of(GIVEN_NAME);
		}
		if (column.endsWith(FAMILY)) {
			return Optional.of(FAMILY_NAME);
		}
		String plain = column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
		return plain.isEmpty() ? Optional.empty() : Arrays.stream(values())
			.filter((field) -> field.title.toLowerCase(Locale.ROOT).equals(plain) || plain.matches(field.synonyms))
			.findFirst();
	}

	@Override
	public String toString() {
		return this.title;
	}

}

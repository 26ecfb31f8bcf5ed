package io.kehu.migration.mapping;

import java.util.Locale;
import java.util.Objects;

import io.kehu.migration.clean.standardise.CountryStandard;
import io.kehu.migration.clean.standardise.EmailStandard;
import io.kehu.migration.clean.standardise.NameParts;
import io.kehu.migration.clean.standardise.Outcome;
import io.kehu.migration.clean.standardise.PhoneStandard;
import io.kehu.migration.clean.standardise.Standard;
import org.jspecify.annotations.Nullable;

/**
 * The common forms into which values are put.
 */
public enum Cleaning {

	/** An e-mail address. */
	EMAIL,

	/** A phone number in E.164. */
	PHONE,

	/** The code of a country. */
	COUNTRY,

	/** The given names of the full name of a person. */
	GIVEN_NAME,

	/** The family name of the full name of a person. */
	FAMILY_NAME;

	/** No country: only numbers with a country code can be read. */
	private static final String ANY_REGION = "ZZ";

	private static final Standard COUNTRIES = new CountryStandard();

	/**
	 * Puts a value into its form.
	 * @param value the value
	 * @param region the country of phone numbers, or null
	 */
	Outcome apply(String value, @Nullable String region) {
		return switch (this) {
			case EMAIL -> new EmailStandard().apply(value);
			case PHONE -> new PhoneStandard(region(region)).apply(value);
			case COUNTRY -> COUNTRIES.apply(value);
			case GIVEN_NAME -> part(NameParts.of(value).given(), value);
			case FAMILY_NAME -> part(NameParts.of(value).family(), value);
		};
	}

	private static Outcome part(@Nullable String part, String whole) {
		String problem = NameParts.of(whole).problem();
		return new Outcome(part,
				(part == null) ? Objects.requireNonNullElse(problem, "the name has no such part") : null);
	}

	private static String region(@Nullable String named) {
		if (named == null || named.isBlank()) {
			return ANY_REGION;
		}
		String code = COUNTRIES.apply(named).value();
		try {
			return (code != null) ? new PhoneStandard(code).region() : ANY_REGION;
		}
		catch (IllegalArgumentException ex) {
			return ANY_REGION;
		}
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}

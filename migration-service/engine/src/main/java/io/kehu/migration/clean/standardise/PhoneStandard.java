package io.kehu.migration.clean.standardise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * Phone numbers in E.164.
 *
 * @param region ISO 3166 code of the country that numbers without a country code belong
 * to
 */
public record PhoneStandard(String region) implements Standard {

	private static final int LONGEST = 60;

	/** Only numbers with a country code can be read. */
	private static final String ANY_REGION = "ZZ";

	/**
	 * Check the region.
	 * @throws IllegalArgumentException when there is no such country
	 */
	public PhoneStandard {
		boolean known = region == null || region.equals(ANY_REGION)
				|| PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
		if (!known) {
			throw new IllegalArgumentException(
					"A region is a country's code such as DE, or %s for none, not %s".formatted(ANY_REGION, region));
		}
	}

	@Override
	public Outcome apply(String value) {
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		if (value.length() > LONGEST) {
			return Outcome.problem("no phone number");
		}
		try {
			PhoneNumber number = numbers.parse(value, this.region);
			return numbers.isValidNumber(number) ? Outcome.of(numbers.format(number, PhoneNumberFormat.E164))
					: Outcome.problem("phone number that cannot be");
		}
		catch (NumberParseException ex) {
			return Outcome.problem("no phone number");
		}
	}

}

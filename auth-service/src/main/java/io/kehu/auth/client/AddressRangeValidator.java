package io.kehu.auth.client;

import java.util.regex.Pattern;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Checks that a text is an {@link AddressRange}.
 */
class AddressRangeValidator implements ConstraintValidator<AddressRange, String> {

	private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}(/(\\d|[12]\\d|3[0-2]))?");

	private static final Pattern IPV6 = Pattern
		.compile("[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}(/(\\d|[1-9]\\d|1[01]\\d|12[0-8]))?");

	@Override
	public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
		return text == null || isRange(text);
	}

	private static boolean isRange(String text) {
		if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
			return false;
		}
		try {
			return !new IpAddressMatcher(text).toString().isEmpty();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}

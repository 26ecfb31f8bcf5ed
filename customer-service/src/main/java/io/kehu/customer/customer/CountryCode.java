package io.kehu.customer.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A country code (ISO 3166-1 alpha-2).
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CountryCode.Check.class)
public @interface CountryCode {

	/** Returns the message. */
	String message() default "must be an ISO 3166-1 alpha-2 country code";

	/** Returns the groups. */
	Class<?>[] groups() default {};

	/** Returns the payload. */
	Class<? extends Payload>[] payload() default {};

	/**
	 * Validates the code.
	 */
	final class Check implements ConstraintValidator<CountryCode, String> {

		@Override
		public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
			return value == null || Contacts.isCountry(value);
		}

	}

}

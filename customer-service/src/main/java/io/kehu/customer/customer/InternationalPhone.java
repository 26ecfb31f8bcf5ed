package io.kehu.customer.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.kehu.platform.personal.Mask;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * An international phone number (E.164).
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = InternationalPhone.Check.class)
@interface InternationalPhone {

	/** Returns the message. */
	String message() default "must be an international phone number, such as +493012345";

	/** Returns the groups. */
	Class<?>[] groups() default {};

	/** Returns the payload. */
	Class<? extends Payload>[] payload() default {};

	/**
	 * Validates the number.
	 */
	final class Check implements ConstraintValidator<InternationalPhone, String> {

		@Override
		public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
			return value == null || Contacts.isInternationalNumber(value) || Mask.NUMBER.matches(value);
		}

	}

}

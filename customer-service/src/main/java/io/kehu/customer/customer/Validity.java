package io.kehu.customer.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A value whose last day is not before its first day.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Validity.Check.class)
@interface Validity {

	/** Returns the message. */
	String message() default "must not be before from";

	/** Returns the groups. */
	Class<?>[] groups() default {};

	/** Returns the payload. */
	Class<? extends Payload>[] payload() default {};

	/**
	 * A value that is valid for some time.
	 */
	interface Limited {

		/** Returns the first day on which the value is valid, or null. */
		@Nullable LocalDate from();

		/** Returns the last day on which the value is valid, or null. */
		@Nullable LocalDate to();

	}

	/**
	 * Validates the days.
	 */
	final class Check implements ConstraintValidator<Validity, Limited> {

		@Override
		public boolean isValid(Limited value, ConstraintValidatorContext context) {
			LocalDate from = value.from();
			LocalDate to = value.to();
			if (from == null || to == null || !to.isBefore(from)) {
				return true;
			}
			context.disableDefaultConstraintViolation();
			context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
				.addPropertyNode("to")
				.addConstraintViolation();
			return false;
		}

	}

}
